"""What is an ordinary word, and what goes with a name without being one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from chatham.files import read_text

__all__ = [
    "ABBREVIATED_NAMES",
    "CALENDAR",
    "HONORIFICS",
    "NAMES_TOO",
    "PARTICLES",
    "is_common",
    "is_country",
    "is_frequent",
]

_DATA = Path(__file__).parent / "data"
_CUT = "\n----\n"
"""Parts the frequent words of the list from the others."""

# Words that people of many languages put before (or, with a hyphen, after) a name out of respect, folded.
HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr prof professor doctor sir madam madame dame lord lady hon honourable honorable he hh hrh
    excellency ambassador amb minister senator sen congressman congresswoman rep governor gov mayor councillor cllr
    captain capt colonel col general gen major maj lieutenant lt sergeant sgt judge justice attorney atty adv
    advocate barrister solicitor eng engr ing arch architect chief comrade officer inspector president chair
    chairperson sr sister br brother fr father rev reverend revd pastor bishop archbishop cardinal canon deacon
    rabbi imam mufti sheikh shaikh shaykh sheik haji hajj hajji hadji hajjah ustaz ustaza ustad ustadh maulana
    mullah sayyid sayed syed mme mlle monsieur maitre me docteur herr frau signor signora sig dott pan pani senor
    senora senorita sra srta don dona dra lic licda licdo ing arq dn da seu dom pak bapak ibu bu mas mbak kak abang
    bang datuk dato datin tan tun tuan puan encik cik pn en khun pi phi nong ajarn kru daw ko ma maung mg saw naw
    nang sai mi salai ong ba anh chi em co thay lok srey ate kuya tita tito nanay tatay manang manong aling mang
    shri shrimati sri smt kumari ji bhai bhaiya apa didi dada dai bahini bhau sahib saheb begum janab san sama
    sensei kun ssi nim bey hanim aga usta mama baba mzee bwana bibi mwalimu ndugu alhaji alhaja hajia oba otunba
    maun mana tia tio adi ratu bulou tui aunty auntie uncle
    """.split()
)

# Honorifics that are also names: Tan Wei Ling, Adi Nugroho, Begum alone.
NAMES_TOO = frozenset(
    """
    adi sai mg ma ko san tan tun chi co ba em ong mi nana dai ji sayed sayyid syed kumari begum don dona hanim tita tito
    tia tio mana maun baba mama nang saw naw salai kru lok thay aga bey king prince queen judge general major justice
    ratu bulou tui mas abang bang kak cik en pn dame lord canon bishop arch deacon rabbi pastor nong pi dada didi apa
    ate saheb sahib haji hajji pan pani usta ing manong manang nanay tatay sister
    """.split()
)

# Short words inside a name that are no name by themselves, folded.
PARTICLES = frozenset(
    """
    al el ul as ad an ar bin binti bint binte ibn ben bte bt a s d o l p so de del dela la las los da das do dos e y
    di du des le les van von der den ter ten zu zur af av bar ap ab mac mc san st santa abu umm um
    """.split()
)

# Names that are written short, and stand before the name by which somebody is called.
ABBREVIATED_NAMES = frozenset(
    """
    md med mohd muhd mst mt moh mhd abd ma j jr sr ii iii
    """.split()
)

CALENDAR = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
    """.split()
)

_COUNTRIES = frozenset(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burkina burundi
    cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti
    dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana
    greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
    liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania
    mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal
    netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland
    portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain
    sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkiye
    turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe england
    scotland wales
    """.split()
)


def is_common(word: str) -> bool:
    """Whether a folded word is also an ordinary English word (`will`, `hope`, `anchor`)."""
    return word in _common()


def is_frequent(word: str) -> bool:
    """Whether a folded word is among the ten thousand or so that stand in most texts."""
    return word in _frequent()


def is_country(word: str) -> bool:
    """Whether a folded word is also the name of a country (`india`, `jordan`)."""
    return word in _COUNTRIES


@cache
def _common() -> frozenset[str]:
    # The file in one piece: this is on the way of every `chatham check`. Its comments are no words.
    return CALENDAR.union(_listed().replace(_CUT, "\n", 1).split("\n"))


@cache
def _frequent() -> frozenset[str]:
    return frozenset(_listed().partition(_CUT)[0].split("\n"))


@cache
def _listed() -> str:
    return read_text(_DATA / "english_words.txt").strip()
