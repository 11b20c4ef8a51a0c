"""Which column holds what: headers of registration lists and of tables of notes, as exports and people write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatham.capture.grid import header_key

__all__ = ["NOTE_COLUMNS", "ROSTER_COLUMNS", "find_columns"]


def _forms(listed: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in listed.split(","))


# Field -> headers in the form of `header_key`, the surest first.
ROSTER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "first": _forms("first name, given name, given names, forename, firstname, first names"),
    "last": _forms("last name, family name, surname, lastname, last names"),
    "organisation": _forms(
        "organisation, organisation affiliation, organisation name, name of organisation, name of your "
        "organisation, affiliation, institution, institution organisation, organisation institution, "
        "employer, agency, company, entity, org, institutional affiliation, organisation represented"
    ),
    "name": _forms(
        "name, full name, fullname, participant name, name of participant, participant, attendee, attendee "
        "name, registrant, registrant name, names, your name, your full name, name first and last, first and "
        "last name, user name original name, name original name, user name, delegate, name and surname"
    ),
    "aliases": _forms(
        "aliases, alias, also known as, known as, preferred name, nickname, nicknames, other names, display "
        "name, name on screen, zoom name"
    ),
    "acronym": _forms("acronym, acronyms, abbreviation, abbreviations, short form, short name, organisation acronym"),
    "category": _forms(
        "category, stakeholder category, stakeholder group, stakeholder type, type of stakeholder, sector, "
        "type of organisation, organisation type, constituency, stakeholder, area of work sector, area of "
        "work"
    ),
    "country": _forms(
        "country, country of residence, country territory, country or territory, country region, country "
        "region name, country of work, location, based in, nationality, country of nationality, country of "
        "organisation"
    ),
    "gender": _forms("gender, sex, gender identity, pronouns"),
    "role": _forms(
        "role, participation role, attending as, role in the consultation, participant type, type of participant"
    ),
    "email": _forms("email, email address, email addresses, emails, mail, contact email, user email, work email"),
    "working_group": _forms(
        "working group, working groups, wg, breakout, breakout group, breakout room, group, preferred working "
        "group, choice of working group"
    ),
    "registered": _forms(
        "registered, registered at, registered on, registration date, date of registration, registration "
        "time, timestamp, submitted at, submission date, date registered, date submitted"
    ),
}

NOTE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": _forms(
        "text, note, notes, comment, comments, response, responses, what was said, intervention, point, "
        "points, remark, remarks, statement, contribution, content, message, summary, input, observation, "
        "observations, discussion, answer, answers, feedback, note text, key points, point made, points made, "
        "main points, summary of intervention, details"
    ),
    "speaker": _forms(
        "speaker, name, said by, who, participant, who said it, speaker name, from, author, full name, by, "
        "your name, name of speaker"
    ),
    "objectives": _forms(
        "objectives, objective, gcm objective, gcm objectives, gcm, objective number, objective no, objective s"
    ),
    "review": _forms(
        "review, review objective, review objectives, type, theme, category, kind, question, section, heading"
    ),
    "working_group": _forms("working group, wg, group, breakout, breakout group, breakout room"),
    "round": _forms("round, session, round number"),
    "rapporteur": _forms("rapporteur, note taker, notetaker, taken by, written by, recorder, name of rapporteur"),
    "id": _forms("id, note id"),
}


def find_columns(headers: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Which field stands in which column.

    Exact headers come first, then headers that hold a known one (`What is your full name?`); a column serves one field.

    Args:
        headers: The cells of the header row.
        known: Field to its headers.

    Returns:
        Field to column, from 0, for the fields found.
    """
    keys = [header_key(header) for header in headers]
    found: dict[str, int] = {}
    for field, forms in known.items():
        for form in forms:
            if form in keys and keys.index(form) not in found.values():
                found[field] = keys.index(form)
                break
    for field, forms in known.items():
        if field in found:
            continue
        for column, key in enumerate(keys):
            longer = [form for form in forms if len(form) > 3 and f" {form} " in f" {key} "]
            if longer and column not in found.values() and len(key.split()) <= 9:
                found[field] = column
                break
    return found
