"""The texts of a programme: readable, complete in every language, made from the present original."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kotopolku.languages.codes import UI_LANGUAGES
from kotopolku.languages.texts import STATUSES, Text, Texts, digest
from kotopolku.programme.check_schema import nearest
from kotopolku.programme.citations import REPEALED, repealed_mentions
from kotopolku.programme.entries import Programme
from kotopolku.programme.files import Folder, Malformed, parse_text, text_path
from kotopolku.programme.problem import ERROR, N_, WARNING, Problem
from kotopolku.programme.texts import ORIGINAL, optional_texts, required_texts

_LANGUAGES = tuple(language.code for language in UI_LANGUAGES)
_TEXT_PATH = re.compile(r"texts/(?P<language>[^/]+)/(?P<id>[^/]+)\.md")


def read_texts(folder: Folder) -> tuple[dict[str, Texts], list[Problem]]:
    """Return the texts that could be read, by id, and a problem for each file that could not."""
    found: dict[str, dict[str, Text]] = {}
    problems: list[Problem] = []
    for path, data in folder.texts().items():
        place = _TEXT_PATH.fullmatch(path)
        if place is None or place["language"] not in _LANGUAGES:
            problems.append(_misplaced(path, place["language"] if place else None))
            continue
        try:
            text = parse_text(data)
        except UnicodeDecodeError as error:
            problems.append(not_utf8(path, error))
        except Malformed as error:
            problems.append(_bad_head(path, str(error)))
        else:
            problems += _text_itself(path, text)
            found.setdefault(place["id"], {})[place["language"]] = text
    return {key: _texts(versions) for key, versions in found.items()}, problems


def text_problems(programme: Programme) -> list[Problem]:
    """Return missing, unknown and outdated texts."""
    wanted = required_texts(programme)
    known = {*wanted, *optional_texts(programme)}
    found: list[Problem] = []
    for text_id in wanted:
        given = programme.texts.get(text_id, Texts())
        for language in programme.area.text_languages:
            if given.get(language) is None:
                level = ERROR if language == ORIGINAL else WARNING
                path = text_path(text_id, language)
                found.append(
                    Problem(
                        level,
                        "text_missing",
                        path,
                        "",
                        N_("The text is missing."),
                        N_("Write it: the facts of the programme call for it."),
                    )
                )
    for text_id, versions in programme.texts.items():
        if text_id not in known:
            found.append(_unknown(text_id, versions, known))
        found += _versions(text_id, versions)
    return found


def not_utf8(path: str, error: UnicodeDecodeError) -> Problem:
    """Return the problem of a file in another encoding."""
    return Problem(
        ERROR,
        "not_utf8",
        path,
        "",
        N_("The file is not UTF-8 (byte {position})."),
        N_("Save it again as UTF-8."),
        {"position": str(error.start)},
    )


def _texts(versions: Mapping[str, Text]) -> Texts:
    return Texts.from_json(
        {
            code: {"text": text.text, "status": text.status} | ({"of": text.of} if text.of else {})
            for code, text in versions.items()
        }
    )


def _misplaced(path: str, language: str | None) -> Problem:
    if language is None:
        return Problem(
            ERROR,
            "text_path",
            path,
            "",
            N_("This is not the place of a text."),
            N_("Texts are texts/LANGUAGE/TEXT-ID.md; move or remove the file."),
        )
    meant = nearest(language, _LANGUAGES)
    remedy = N_("Did you mean '{meant}'?") if meant else N_("Use one of: {known}.")
    params = {"language": language, "meant": meant or "", "known": ", ".join(_LANGUAGES)}
    message = N_("'{language}' is not a language of the pages.")
    return Problem(ERROR, "text_language", path, "", message, remedy, params)


def _bad_head(path: str, detail: str) -> Problem:
    name, _, value = detail.partition(": ")
    if name == "status" and value:
        meant = nearest(value, STATUSES)
        remedy = N_("Did you mean '{meant}'?") if meant else N_("Use one of: {known}.")
        params = {"status": value, "meant": meant or "", "known": ", ".join(STATUSES)}
        return Problem(
            ERROR, "text_status", path, "status", N_("'{status}' is not a status."), remedy, params
        )
    return Problem(
        ERROR,
        "text_head",
        path,
        "",
        N_("The head of the text is not right: '{detail}'."),
        N_("Begin with a line ---, then 'of:' for a translation and 'status:', then a line ---."),
        {"detail": detail},
    )


def _text_itself(path: str, text: Text) -> list[Problem]:
    found = []
    if not text.text:
        message, remedy = N_("The text is empty."), N_("Write it, or remove the file.")
        found.append(Problem(ERROR, "text_empty", path, "", message, remedy))
    for section in repealed_mentions(text.text):
        found.append(
            Problem(
                WARNING,
                "text_repealed",
                path,
                "",
                N_("The text seems to cite {section} § of 681/2023, repealed on 1.1.2025 (1100/2024)."),
                N_("Cite the section in force: {new}."),
                {"section": section, "new": REPEALED[section] or "-"},
            )
        )
    return found


def _unknown(text_id: str, versions: Texts, known: set[str]) -> Problem:
    meant = nearest(text_id, known)
    remedy = (
        N_("Did you mean '{meant}'?")
        if meant
        else N_("Remove the file, or add the fact that should name it to programme.toml.")
    )
    path = text_path(text_id, versions.entries[0][0])
    params = {"id": text_id, "meant": meant or ""}
    return Problem(ERROR, "text_unknown", path, "", N_("Nothing uses the text '{id}'."), remedy, params)


def _versions(text_id: str, versions: Texts) -> list[Problem]:
    found: list[Problem] = []
    given = dict(versions.entries)
    source = given.get(ORIGINAL)
    mark = {"digest": digest(source.text)} if source else {"digest": "-"}
    for language, text in given.items():
        path = text_path(text_id, language)
        if language == ORIGINAL:
            if text.status != "original" or text.of:
                message, remedy = (
                    N_("Finnish is the original."),
                    N_("Write 'status: original' and leave 'of' out."),
                )
                found.append(Problem(ERROR, "text_original", path, "status", message, remedy))
        elif text.status == "original":
            message, remedy = (
                N_("Only the Finnish text is the original."),
                N_("Write 'status: reviewed' and 'of: {digest}'."),
            )
            found.append(Problem(ERROR, "text_original", path, "status", message, remedy, mark))
        elif source and text.of != mark["digest"] and text.status != "outdated":
            message = N_("The Finnish text has changed since this one was made from it.")
            remedy = N_("Compare them, then write 'of: {digest}'; until then write 'status: outdated'.")
            found.append(Problem(WARNING, "text_outdated", path, "of", message, remedy, mark))
    return found
