"""Fields of meaning: words that people use for one another when they speak of migration.

`Unpaid wages` and `what she is owed` share no word, but a field. Fields only ever bring texts nearer to each
other; they hold common words, no names. A word stands in one field.
"""

from __future__ import annotations

from chatham.language.content import stem

__all__ = ["fields"]

_FIELDS = """
    wage wages pay paid salary salaries unpaid earnings owed underpaid backpay remuneration
    ;
    fee fees charge charges charged commission cost costs price expensive deposit deposits brokerage bribe
    ;
    recruit recruiter recruitment agent agents agency agencies broker brokers intermediary subagent placement
    ;
    debt loan loans interest lender borrow indebted bondage repay
    ;
    passport passports document documents paper papers undocumented identity id card booklet confiscate
    confiscated withhold
    ;
    birth births born newborn registration certificate registry registrar stateless statelessness nationality
    unregistered baby babies
    ;
    child children minor minors boy boys girl girls unaccompanied adolescent youth
    ;
    family families spouse wife husband mother mothers parent parents reunification grandparent
    ;
    detention detain detained detainee custody prison jail cell cells locked depot depots camp bail
    ;
    limit maximum indefinite term months ceiling duration length years
    ;
    judge court courts review magistrate appeal tribunal hearing lawyer counsel legal
    ;
    monitor monitors monitoring visit visits visitor visiting inspect unannounced opcat preventive gate entry
    ;
    rescue rescued disembark disembarkation boat boats ashore sea vessel landing drift pushback port ports
    coastguard navy
    ;
    missing disappeared disappearance search trace tracing dead death deaths body bodies died grave buried
    identification forensic autopsy
    ;
    smuggle smuggled smuggler smugglers smuggling driver coyote passeur ferryman
    ;
    trafficking trafficked traffickers victim victims exploitation forced slavery
    ;
    shelter shelters refuge accommodation housing bed beds
    ;
    interpreter interpreters interpretation language languages translate translated translation
    ;
    health medical hospital clinic doctor nurse insurance illness sick vaccination
    ;
    psychosocial mental counselling trauma psychologist sleep panic
    ;
    school schools education teacher teachers student university college
    ;
    skill skills qualification qualifications certificates recognition recognized diploma credential credentials
    training trained assessor unskilled learning
    ;
    embassy embassies consulate consulates consul consuls consular mission attache attachés attaché
    ;
    remittance remittances transfer transfers bank banks send money
    ;
    data statistics census figures statistical count database disaggregated counted
    ;
    privacy biometric biometrics fingerprints fingerprint iris face scan protection firewall share sharing
    ;
    border borders crossing crossings checkpoint frontier post
    ;
    closed closure closures lockdown shut stranded pandemic
    ;
    visa visas permit permits residence pathway pathways regular regularize regularization regularisation
    ;
    seasonal season seasons picker pickers harvest farm farms
    ;
    climate drought flood floods cyclone cyclones salty rain rains slow-onset disaster disasters adaptation
    erosion dzud uninhabitable
    ;
    relocation relocate relocated displaced displacement resettle resettlement move moved
    ;
    return returned returns returnee returnees deport deported deportation removal repatriation repatriated
    readmission
    ;
    reintegration reintegrate grant business microcredit
    ;
    domestic maid household housemaid kafala sponsor sponsorship guardian
    ;
    inspection inspector inspectors inspectorate compliance enforcement labour
    ;
    employer employers company companies contractor boss owner
    ;
    contract contracts agreement agreements bilateral memorandum mou
    ;
    union unions organize collective bargaining association
    ;
    discrimination discriminate xenophobia hate hatred stigma racism insult slur media newspaper
    ;
    fund funds funding budget finance donor donors grants financing
    ;
    coordination coordinate committee platform dialogue council joint
    ;
    police officer officers guard guards soldier army uniform
    ;
    punish punished penalty penalties offender offenders criminalize crime prosecute prosecuted prosecution
    convicted conviction fined jailed sentence
    ;
    online internet facebook whatsapp telegram tiktok website app social digital fake
    ;
    complain complaint complaints hotline report grievance redress claim claims remedy justice
    ;
    security pension pensions portability benefits contributions
    ;
    woman women female gender wives sexual violence gbv pregnant
    ;
    local municipal municipality mayor city cities district village villages
"""
_FIELD = {stem(word): at for at, field in enumerate(_FIELDS.split(";")) for word in field.split()}


def fields(words: frozenset[str]) -> frozenset[int]:
    """Numbers of the fields that words belong to.

    Args:
        words: Stems, as `chatham.language.content.stem` gives them.
    """
    return frozenset(_FIELD[word] for word in words if word in _FIELD)
