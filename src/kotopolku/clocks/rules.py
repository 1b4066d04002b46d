"""From facts to clocks: which dates a case has on a day. Pure: no database, so the same facts give the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kotopolku import law
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.clocks.register import CLOCKS, Kind
from kotopolku.law.calendar import add_days
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN
from kotopolku.plans.refusals import others_answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDates:
    """What a case tells beside the law's facts."""

    opened_on: date
    assessment_started_on: date | None = None
    plan_in_force: bool = False
    plan_ended_on: date | None = None
    next_step_on: date | None = None
    referrals_owed: int = 0
    referrals_open: int = 0
    last_referred_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One row as it should stand. `state` is running, met or paused; soon and late are matters of the reading day."""

    code: str
    kind: Kind
    rule: str
    provision: str
    starts_on: date | None
    due_on: date
    met_on: date | None = None
    paused: bool = False

    @property
    def state(self) -> str:
        """The state as the row keeps it."""
        if self.met_on is not None:
            return "met"
        return "paused" if self.paused else "running"

    @property
    def harm(self) -> int:
        """How much a late day costs the client, kept in the row so that lists sort by it."""
        return CLOCKS[self.code].harm


def clocks_of(facts: Facts, *, case: CaseDates, settings: AreaSettings, on: date) -> tuple[Wanted, ...]:
    """Return every clock of an open case on the day, in the order of the register."""
    # While job search is valid, the employment authority answers for assessment and plan (3 § 1 mom.): our duties
    # stand still, the client's own dates go on.
    others = others_answer(facts, on=on, delegated=settings.jobseeker_plans_delegated)
    rows = (
        *_window(facts, on=on, paused=others),
        *_first_plan(facts, on=on, paused=others),
        *_lengths(facts, case=case, on=on, paused=others),
        *_referral(facts, case=case, on=on, paused=others),
        *_review(facts, case=case, on=on, paused=others),
        *_targets(facts, case=case, settings=settings, on=on, paused=others),
        *_dates(facts, case=case, on=on),
    )
    order = list(CLOCKS)
    return tuple(sorted(rows, key=lambda row: order.index(row.code)))


def _law_row(
    code: str,
    facts: Facts,
    *,
    on: date,
    starts_on: date | None,
    met_on: date | None = None,
    paused: bool = False,
    kind: Kind | None = None,
) -> Iterator[Wanted]:
    """Yield the row when the law answers with a day; unknown and not applicable give none."""
    clock = CLOCKS[code]
    found = law.answer(clock.question, facts, on)
    if isinstance(found.value, date):
        yield Wanted(
            code=code,
            kind=kind or clock.kind,
            rule=found.rule,
            provision=str(found.provision),
            starts_on=starts_on,
            due_on=found.value,
            met_on=met_on,
            paused=paused and met_on is None,
        )


def _first_status(facts: Facts, on: date) -> date | None:
    value = law.answer("first_status_on", facts, on).value
    return value if isinstance(value, date) else None


def _window(facts: Facts, *, on: date, paused: bool) -> Iterator[Wanted]:
    """14 § 1 mom. Without a duty to assess, the day is only the end of a right to ask: a fact, never late."""
    last = law.answer("window_last_day", facts, on).value
    if not isinstance(last, date):
        return
    duty = law.answer("assessment_duty", facts, min(on, last)).value
    made = facts.assessment.made_on
    owed = made is not None or duty is UNKNOWN or duty in {"must", "may_omit"}
    yield from _law_row(
        "window_last_day",
        facts,
        on=on,
        starts_on=_first_status(facts, on),
        met_on=made,
        paused=paused and owed,
        kind=Kind.LAW if owed else Kind.FACT,
    )


def _first_plan(facts: Facts, *, on: date, paused: bool) -> Iterator[Wanted]:
    """20 § 3 mom.: from the finding that a plan is needed until the first plan."""
    plan = facts.plan.first_made_on or facts.plan.made_on
    if plan is None and not facts.assessment.plan_need_found:
        return
    yield from _law_row(
        "plan_latest_day", facts, on=on, starts_on=_first_status(facts, on), met_on=plan, paused=paused
    )


def _lengths(facts: Facts, *, case: CaseDates, on: date, paused: bool) -> Iterator[Wanted]:
    """23 §: the first plan's year, and the longest time of all. Met when the plan has ended or the next one began."""
    plan = facts.plan
    if plan.made_on is None:
        return
    first = plan.first_made_on or plan.made_on
    ended = None if case.plan_in_force else case.plan_ended_on
    next_made = plan.made_on if plan.made_on != first else None
    yield from _law_row(
        "first_plan_last_end", facts, on=on, starts_on=first, met_on=next_made or ended, paused=paused
    )
    yield from _law_row("plan_max_end", facts, on=on, starts_on=first, met_on=ended, paused=paused)


def _referral(facts: Facts, *, case: CaseDates, on: date, paused: bool) -> Iterator[Wanted]:
    """20 § 5 mom.: one month from the drawing up, until the client has been guided to each agreed service."""
    if not case.referrals_owed or not (case.plan_in_force or not case.referrals_open):
        return
    met = case.last_referred_on if not case.referrals_open else None
    yield from _law_row("referral_due", facts, on=on, starts_on=facts.plan.made_on, met_on=met, paused=paused)


def _review(facts: Facts, *, case: CaseDates, on: date, paused: bool) -> Iterator[Wanted]:
    """22 § 1 mom.: six months from the latest review; and what the client asks for before that."""
    if not case.plan_in_force:
        return
    plan = facts.plan
    done = [day for day in plan.reviews if plan.made_on and plan.made_on <= day <= on]
    since = max(done, default=plan.made_on)
    yield from _law_row("next_review_due", facts, on=on, starts_on=since, paused=paused)
    asked = [day for day in (plan.review_requested_on, plan.change_in_needs_on) if day is not None]
    waiting = [day for day in asked if since is not None and since < day <= on]
    if waiting and not paused:
        yield _fact_row("review_asked", due_on=min(waiting), on=on, facts=facts)


def _targets(
    facts: Facts, *, case: CaseDates, settings: AreaSettings, on: date, paused: bool
) -> Iterator[Wanted]:
    """The area's own times (palvelutavoitteet), where it has set them."""
    started = case.assessment_started_on or facts.assessment.made_on
    if settings.assessment_start_days is not None:
        duty = law.answer("assessment_duty", facts, on).value
        if started is not None or duty is UNKNOWN or duty in {"must", "may"}:
            yield _target_row(
                "assessment_start",
                starts_on=facts.assessment.learned_on or case.opened_on,
                days=settings.assessment_start_days,
                met_on=started,
                paused=paused,
            )
    made, plan = facts.assessment.made_on, facts.plan.first_made_on or facts.plan.made_on
    if settings.plan_days is not None and made is not None and facts.assessment.plan_need_found:
        yield _target_row(
            "plan_after_assessment", starts_on=made, days=settings.plan_days, met_on=plan, paused=paused
        )
    if settings.plan_end_handover_days is not None and case.plan_in_force and facts.plan.ends_on is not None:
        yield Wanted(
            code="plan_hand_over",
            kind=Kind.TARGET,
            rule="",
            provision="",
            starts_on=None,  # counted back from the plan's end
            due_on=add_days(facts.plan.ends_on, -settings.plan_end_handover_days),
            met_on=case.next_step_on,
            paused=paused and case.next_step_on is None,
        )


def _dates(facts: Facts, *, case: CaseDates, on: date) -> Iterator[Wanted]:
    """Plain dates that the officer wants to see coming."""
    if case.plan_in_force and facts.plan.ends_on is not None:
        yield _fact_row(
            "plan_ends", due_on=facts.plan.ends_on, on=on, starts_on=facts.plan.made_on, facts=facts
        )
    granted = [status for status in facts.residence.statuses if status.granted_on <= on]
    if granted and all(status.valid_until is not None for status in granted):
        last = max((status for status in granted), key=lambda status: status.valid_until or date.max)
        if last.valid_until is not None:
            yield _fact_row(
                "permit_ends", due_on=last.valid_until, on=on, starts_on=last.granted_on, facts=facts
            )
    if facts.person.security_ban and facts.person.security_ban_until is not None:
        yield _fact_row("non_disclosure_ends", due_on=facts.person.security_ban_until, on=on, facts=facts)


def _fact_row(code: str, *, due_on: date, on: date, facts: Facts, starts_on: date | None = None) -> Wanted:
    clock = CLOCKS[code]
    provision = str(law.answer(clock.question, facts, on).provision) if clock.question else ""
    return Wanted(
        code=code, kind=clock.kind, rule=clock.rule, provision=provision, starts_on=starts_on, due_on=due_on
    )


def _target_row(code: str, *, starts_on: date, days: int, met_on: date | None, paused: bool) -> Wanted:
    return Wanted(
        code=code,
        kind=Kind.TARGET,
        rule="",
        provision="",
        starts_on=starts_on,
        due_on=add_days(starts_on, days),
        met_on=met_on,
        paused=paused and met_on is None,
    )
