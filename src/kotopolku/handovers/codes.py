"""Koodit of hand-overs: kinds of packets, who receives them, what each may hold, and how they are answered."""

from collections.abc import Mapping

from kotopolku.audit.actor import Role
from kotopolku.law.facts.codes import PROVIDER_ITEMS

#: service: to a provider of the plan (KotoL 94 §). support: to a mentor or an association, which is no provider.
#: county: an invitation to take part (14.4, 20.2, 22.2 §). employment: to the employment authority (3 §). task: to a
#: named role of a municipality. move: to the municipality that becomes responsible (85 §).
SERVICE, SUPPORT, COUNTY, EMPLOYMENT, TASK, MOVE = (
    "service",
    "support",
    "county",
    "employment",
    "task",
    "move",
)
KINDS = (SERVICE, SUPPORT, COUNTY, EMPLOYMENT, TASK, MOVE)

SENT, ACCEPTED, DECLINED, STARTED, ENDED, WITHDRAWN = (
    "sent",
    "accepted",
    "declined",
    "started",
    "ended",
    "withdrawn",
)
STATES = (SENT, ACCEPTED, DECLINED, STARTED, ENDED, WITHDRAWN)
#: "asked" changes nothing: the receiver asks the sender for something.
ASKED = "asked"
#: The county was invited and did not come (14.4): recorded by the sender alone; the client's matter goes on without it.
ABSENT = "absent"
ANSWERS = (ACCEPTED, DECLINED, STARTED, ENDED, ASKED, ABSENT)
#: What may still be answered in which state.
NEXT: Mapping[str, tuple[str, ...]] = {
    SENT: (ACCEPTED, DECLINED, STARTED, ASKED, ABSENT),
    ACCEPTED: (STARTED, ENDED, DECLINED, ASKED, ABSENT),
    STARTED: (ENDED, ASKED),
    DECLINED: (),
    ENDED: (),
    WITHDRAWN: (),
}
#: page: in the receiver's own room. link: by a dated link to one packet. The others are recorded by the sender.
WITHOUT_US = ("telephone", "secure_mail", "meeting", "letter")
ANSWER_WAYS = ("page", "link", *WITHOUT_US)

RECEIVER_KINDS: Mapping[str, frozenset[str]] = {
    SERVICE: frozenset({"provider", "association", "municipality"}),
    SUPPORT: frozenset({"association", "provider"}),
    COUNTY: frozenset({"county"}),
    EMPLOYMENT: frozenset({"employment_authority"}),
    TASK: frozenset({"municipality"}),
    MOVE: frozenset({"municipality"}),
}
#: Whose duties at the receiving organisation open a packet; the database asks the same (sql.py).
RECEIVED_BY: Mapping[str, tuple[Role, ...]] = {
    SERVICE: (Role.TEACHER, Role.PROVIDER_ADMINISTRATOR),
    SUPPORT: (Role.TEACHER, Role.PROVIDER_ADMINISTRATOR),
    COUNTY: (Role.COUNTY_WORKER,),
    EMPLOYMENT: (Role.EMPLOYMENT_CONTACT,),
    TASK: (Role.TEACHER, Role.PROVIDER_ADMINISTRATOR),
    MOVE: (),
}

OTHER = "other"
#: A draft of the plan that job search froze (3 § 1 mom.): the employment authority gets it as it stands.
DRAFT = "plan_draft"
_CORE = ("names", "birth_date_and_place", "identity_code", "mother_tongue", "service_language", "home_place")
_COUNTY = (
    *_CORE,
    "contact_details",
    "official_name",
    "plan_date_and_validity",
    "agreed_next_steps",
    "assessment_outcome",
    OTHER,
)
_WHOLE = (*PROVIDER_ITEMS, "permit", "assessment_outcome", OTHER)
#: The whole list a receiver's packet can hold; nothing else is ever in it.
ITEMS: Mapping[str, tuple[str, ...]] = {
    SERVICE: (*PROVIDER_ITEMS, OTHER),
    SUPPORT: ("names", "service_language", "mother_tongue", "contact_details", OTHER),
    COUNTY: _COUNTY,
    EMPLOYMENT: (*_WHOLE, DRAFT),
    TASK: (
        "names",
        "birth_date_and_place",
        "mother_tongue",
        "service_language",
        "home_place",
        "contact_details",
        "official_name",
        OTHER,
    ),
    MOVE: _WHOLE,
}
#: Offered ticked; the rest only for a reason of its own.
USUAL: Mapping[str, frozenset[str]] = {
    SERVICE: frozenset({"names", "service_language", "language_start_level_result", "official_name"}),
    SUPPORT: frozenset({"names", "service_language"}),
    COUNTY: frozenset({"names", "birth_date_and_place", "service_language", "official_name"}),
    EMPLOYMENT: frozenset((*_WHOLE, DRAFT)) - {OTHER, "home_place", "permit"},
    TASK: frozenset({"names", "service_language", "contact_details", "official_name"}),
    MOVE: frozenset(_WHOLE) - {OTHER},
}
#: Kinds that need the client's own consent, recorded.
BY_CONSENT = frozenset({SUPPORT, TASK, MOVE})
#: Masked while a non-disclosure order is in force (661/2009 36 §).
PROTECTED = frozenset({"home_place", "contact_details"})
#: To whom a protected client's contacts can be opened, with a reason; never to a provider or an association.
MAY_OPEN = frozenset({COUNTY, EMPLOYMENT, MOVE})
PROVISIONS: Mapping[str, str] = {
    SERVICE: "KotoL 94 §",
    SUPPORT: "KotoL 14.7",
    COUNTY: "KotoL 14.4",
    EMPLOYMENT: "KotoL 3.1",
    TASK: "KotoL 14.7",
    MOVE: "KotoL 85 §",
}

#: Mihin tieto tarvitaan: one justification a field.
NEEDS = (
    "participant_list",
    "identifying",
    "arranging_teaching",
    "choosing_group",
    "study_plan",
    "reaching_client",
    "interpreting",
    "fitting_services",
    "continuing_services",
    "asking_more",
    "taking_part",
)
USUAL_NEED: Mapping[str, str] = {
    "names": "participant_list",
    "birth_date_and_place": "identifying",
    "identity_code": "identifying",
    "mother_tongue": "interpreting",
    "service_language": "arranging_teaching",
    "citizenship": "identifying",
    "home_place": "reaching_client",
    "contact_details": "reaching_client",
    "official_name": "asking_more",
    "plan_date_and_validity": "study_plan",
    "training_recommendation": "choosing_group",
    "language_start_level_result": "choosing_group",
    "earlier_education": "choosing_group",
    "earlier_occupation_or_work": "study_plan",
    "target_occupation": "study_plan",
    "earlier_integration_studies": "choosing_group",
    "agreed_next_steps": "continuing_services",
    "permit": "continuing_services",
    DRAFT: "continuing_services",
    "assessment_outcome": "fitting_services",
    OTHER: "taking_part",
}

#: How many days a county that takes part sees the case, from its answer on, unless it says before that it has ended.
COUNTY_DAYS = 60

#: Where responsibility stands (3.1 §).
AUTHORITIES = ("municipality", "employment_authority")
TOLD_WAYS = ("email", "telephone", "meeting", "letter")

MOVE_STATES = ("waiting", "done", "refused")

PLACEMENT_ANSWERS = ("", "accepted", "declined")
#: What the first week holds for somebody placed in a municipality (44 §).
FIRST_WEEK = (
    "home_ready",
    "keys_given",
    "met_on_arrival",
    "interpreter_booked",
    "registered_in_population_data",
    "benefits_applied",
    "health_check_booked",
    "day_care_and_school",
    "first_meeting_booked",
)
