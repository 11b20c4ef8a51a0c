"""What sort of body an organisation's name tells of, which are public, and which words tell none from another."""

from __future__ import annotations

from chatham.people.fold import fold_text
from chatham.people.meaning import is_topic
from chatham.people.words import is_common, is_country

__all__ = ["is_generic", "is_ordinary", "is_public_body", "is_public_word", "is_world_body"]

# Nouns that say what sort of body it is: they stand in too many names to tell one from another.
_GENERIC = frozenset(
    """
    academy action agency alliance assembly association asociacion associacao bureau campaign center centre centro
    chamber charity circle clinic club coalition collective college comite commission committee community company
    confederation congress consortium cooperative corporation corp council desk department development enterprise
    federation federacion forum foundation fondation fundacion fundacao friends fund group gmbh guild helpline home
    hotline house hub inc incorporated initiative institute instituto institution international kantor laboratory
    lab league legal limited llc llp ltd ministry mission movement movimiento national network office ong ngo org
    organisation organization observatory parliament partnership plc platform practice private program programme
    project pty pvt red region regional research rights ring sa sarl school secretariat section services service
    society solidarity support syndicate team trust union universidad universidade universite university unit
    volunteers watch workers women migrants migration migrant refugee refugees human law labour labor welfare public
    people peoples youth global world worldwide yayasan serikat perkumpulan persatuan pertubuhan jaringan stichting
    verein asia asian asias pacific africa african europe european latin america american americas caribbean arab
    mediterranean oceania eurasia middle east eastern west western north northern south southern central southeast
    united nations un interest aid
    """.split()
)

# How public bodies are called, in the languages of the United Nations and a few more; folded words.
_PUBLIC_WORDS = frozenset(
    """
    ministry ministerio ministere ministerstvo kementerian government gobierno gouvernement embassy embajada
    ambassade consulate consulado consulat municipality municipal municipalidad municipio mairie prefecture
    prefectura parliament senate police gendarmerie directorate cabinet presidency
    """.split()
)
_PUBLIC_PHRASES = (
    "united nations",
    "nations unies",
    "naciones unidas",
    "department of",
    "city of",
    "province of",
    "county of",
    "state of",
    "kingdom of",
    "republic of",
    "office of the high commissioner",
    "international organization for migration",
    "international labour organization",
    "international labour office",
    "world health organization",
    "world bank",
    "european union",
    "european commission",
    "african union",
    "attorney general",
    "bureau of immigration",
    "immigration service",
    "border guard",
    "coast guard",
    "statistics office",
)
_PUBLIC_CATEGORIES = (
    "united nations",
    "government",
    "local authorit",
    "intergovernmental",
    "municipal",
    "ministr",
    "human rights institution",
)
_WORLD_CATEGORIES = ("united nations", "intergovernmental")


def is_public_body(organisation: str, category: str | None) -> bool:
    """Whether it is a public body: named where it is spoken about, not where it is somebody's affiliation.

    Args:
        organisation: Its name, as registered.
        category: The participant's stakeholder category, as the framework has it, if known.
    """
    kind = (category or "").casefold()
    if any(word in kind for word in _PUBLIC_CATEGORIES):
        return True
    folded = f" {fold_text(organisation)} "
    if set(folded.split()) & _PUBLIC_WORDS and not kind:
        return True
    return (not kind and any(f" {phrase} " in folded for phrase in _PUBLIC_PHRASES)) or " united nations " in folded


def is_world_body(organisation: str, category: str | None) -> bool:
    """Whether it belongs to the United Nations or is otherwise of several States.

    Args:
        organisation: Its name, as registered.
        category: The participant's stakeholder category, if known.
    """
    kind = (category or "").casefold()
    folded = f" {fold_text(organisation)} "
    return any(word in kind for word in _WORLD_CATEGORIES) or " united nations " in folded


def is_generic(word: str) -> bool:
    """Whether a folded word only says what sort of body or project it is: `foundation`, `hotline`, `network`."""
    return word in _GENERIC


def is_public_word(word: str) -> bool:
    """Whether a folded word says that it is a public body: `ministry`, `embajada`."""
    return word in _PUBLIC_WORDS


def is_ordinary(word: str) -> bool:
    """Whether a folded word is an English one, a country or people, or stands in many organisations' names.

    Args:
        word: Folded.
    """
    if is_common(word) or is_country(word) or is_generic(word) or is_topic(word):
        return True
    # Melanesian, ombudspersons
    return word.endswith(("ian", "ians", "ese")) or (word.endswith("s") and is_common(word[:-1]))
