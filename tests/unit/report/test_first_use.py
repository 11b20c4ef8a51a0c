from chatham.report.first_use import FirstUse, defined_in

KNOWN = {
    "ILO": "International Labour Organization",
    "MOU": "memorandum of understanding",
    "NGO": "non-governmental organization",
    "RSE": "Recognised Seasonal Employer",
}


def test_an_abbreviation_is_spelt_out_once_where_it_comes_first():
    spelt = FirstUse(KNOWN)
    assert spelt("Rules of ILO and ILO again.") == "Rules of the International Labour Organization (ILO) and ILO again."
    assert spelt("ILO too; the MOU.") == "ILO too; the memorandum of understanding (MOU)."


def test_articles_and_numbers_fit_what_stands_around():
    assert FirstUse(KNOWN)("The cap of the RSE scheme.") == "The cap of the Recognised Seasonal Employer (RSE) scheme."
    assert FirstUse(KNOWN)("ILO Convention No. 189.") == "International Labour Organization (ILO) Convention No. 189."
    said = FirstUse(KNOWN)("They said that ILO knows.")
    assert said == "They said that the International Labour Organization (ILO) knows."
    assert FirstUse(KNOWN)("NGOs know.") == "Non-governmental organizations (NGOs) know."


def test_quotations_possessives_and_what_is_explained_already_stay():
    spelt = FirstUse(KNOWN)
    assert spelt("They said “ILO”. It is ILO’s law.") == "They said “ILO”. It is ILO’s law."
    own = "The International Labour Organization (ILO) met."
    assert spelt(own) == own
    assert spelt("ILO met.") == "ILO met."


def test_a_note_may_explain_its_own():
    texts = ["It was the Bureau of Quality and Safety (BQS).", "He met the Other Thing (BQQ)."]
    assert defined_in(texts) == {"BQS": "Bureau of Quality and Safety"}
