"""Fields of meaning: words that people use for one another when they speak of migration.

`Unpaid wages` and `what she is owed` share no word, but a field. Fields only ever bring texts nearer to each
other; they hold common words, no names. A word stands in one field.
"""

from __future__ import annotations

from chatham.language.content import stem

__all__ = ["fields"]

_FIELDS = """
    wage wages pay paid salary salaries unpaid earnings owed underpaid backpay remuneration payroll payslip
    payslips underpayment overtime
    ;
    fee fees charge charges charged commission cost costs price prices expensive cheaper deposit deposits
    brokerage bribe bribes
    ;
    recruit recruiter recruiters recruitment agent agents agency agencies broker brokers intermediary
    intermediaries subagent subagents placement middlemen middleman samsar
    ;
    debt debts loan loans interest lender lenders moneylender borrow borrowed indebted bondage repay repayment
    mortgage mortgaged
    ;
    passport passports document documents paper papers undocumented identity id card cards booklet confiscate
    confiscated confiscation withhold withheld
    ;
    birth births born newborn registration certificate registry registrar stateless statelessness nationality
    unregistered baby babies citizenship
    ;
    child children minor minors boy boys girl girls unaccompanied adolescent adolescents youth teenager teenagers
    ;
    family families spouse spouses wife husband mother mothers father fathers parent parents reunification reunite
    reunited grandparent grandparents grandmother grandmothers left-behind
    ;
    detention detain detained detainee detainees custody prison prisons prisoner jail jailed cell cells locked
    depot depots camp camps bail imprisoned imprisonment barracks
    ;
    limit maximum indefinite term months ceiling duration length years
    ;
    judge judges court courts review magistrate appeal appeals tribunal hearing hearings lawyer lawyers counsel
    legal attorney advocate
    ;
    monitor monitors monitoring visit visits visitor visitors visiting unannounced opcat preventive gate entry
    oversight ombudsman ombudsperson
    ;
    rescue rescued rescuers disembark disembarkation boat boats ashore sea vessel vessels landing drift drifting
    pushback pushbacks port ports coastguard navy drown drowned drowning shipwreck shipwrecks raft rafts lifeboat
    ;
    missing disappeared disappearance disappearances search trace tracing dead death deaths body bodies died grave
    graves buried burial identification forensic autopsy morgue dna mourning coffin coffins
    ;
    smuggle smuggled smuggler smugglers smuggling driver drivers coyote coyotes passeur ferryman
    ;
    trafficking trafficked trafficker traffickers victim victims exploitation exploited forced slavery servitude
    ;
    shelter shelters refuge accommodation housing house houses bed beds dormitory dormitories rent rents tenant
    tenants landlord landlords homeless homelessness eviction evicted hostel hostels
    ;
    interpreter interpreters interpretation interpreting language languages translate translated translation
    translator translators mediator mediators
    ;
    health medical medicine hospital hospitals clinic clinics doctor doctors nurse nurses insurance illness sick
    vaccination vaccine vaccines care ambulance maternity pregnancy tuberculosis
    ;
    psychosocial mental counselling counsellor trauma psychologist psychologists sleep panic depression suicide
    therapy
    ;
    school schools education teacher teachers student students pupil pupils university college enrol enrolment
    classroom kindergarten
    ;
    skill skills skilled qualification qualifications recognition recognized diploma diplomas credential
    credentials training trained trainees assessor unskilled learning degree degrees apprentice apprentices
    apprenticeship apprenticeships vocational deskilling licence licences
    ;
    embassy embassies consulate consulates consul consuls consular mission missions attache attachés attaché
    ;
    remittance remittances transfer transfers bank banks send money wallet corridor exchange
    ;
    data statistics census figures statistical count counted database databases disaggregated indicator indicators
    survey surveys
    ;
    privacy biometric biometrics fingerprint fingerprints iris face scan scans protection firewall firewalls share
    sharing surveillance eurodac consent
    ;
    border borders crossing crossings checkpoint checkpoints frontier post posts fence fences wall barrier
    barriers
    ;
    closed closure closures lockdown lockdowns shut stranded pandemic covid quarantine
    ;
    visa visas permit permits residence pathway pathways regular regularize regularization regularisation amnesty
    quota quotas status renewal renew renewed
    ;
    seasonal season seasons picker pickers harvest harvests farm farms farmworkers agricultural agriculture
    greenhouse greenhouses
    ;
    climate drought droughts flood floods flooding cyclone cyclones hurricane hurricanes salty rain rains
    slow-onset disaster disasters adaptation erosion dzud uninhabitable desertification heat heatwave sea-level
    ;
    relocation relocate relocated displaced displacement resettle resettlement move moved evacuate evacuated
    evacuation
    ;
    return returned returns returnee returnees deport deported deportation deportations removal removals
    repatriation repatriated readmission expelled expulsion expulsions
    ;
    reintegration reintegrate reintegrated grant business microcredit livelihood livelihoods start-up
    ;
    domestic maid maids household housemaid housemaids kafala sponsor sponsors sponsorship housekeeper cleaner
    cleaners nanny nannies caregiver caregivers absconding runaway
    ;
    inspection inspections inspector inspectors inspectorate compliance enforcement labour audit audits
    ;
    employer employers company companies subcontractor subcontractors boss bosses owner owners
    ;
    contract contracts agreement agreements bilateral memorandum memoranda mou
    ;
    union unions organize collective bargaining association strike strikes strikers steward
    ;
    discrimination discriminate discriminated xenophobia xenophobic hate hatred stigma racism racist insult
    insults slur slurs media newspaper newspapers profiling scapegoat rumour rumours
    ;
    fund funds funding budget budgets finance donor donors financing core
    ;
    coordination coordinate committee committees platform dialogue council councils joint network
    ;
    police policeman officer officers guard guards soldier soldiers army uniform raid raids
    ;
    punish punished punishment penalty penalties offender offenders criminalize criminalization crime crimes
    prosecute prosecuted prosecution prosecutors convicted conviction convictions fined sentence sentences
    sanction sanctions
    ;
    online internet facebook whatsapp telegram tiktok website app apps social digital fake scam scams phone phones
    ;
    complain complaint complaints hotline hotlines helpline report grievance grievances redress remedy remedies
    claim claims justice compensation
    ;
    security pension pensions portability portable benefits contributions unemployment
    ;
    woman women female gender wives sexual violence gbv pregnant harassment rape abuse abused
    ;
    local municipal municipality municipalities mayor mayors city cities district districts village villages town
    towns neighbourhood
    ;
    screening screened referral refer referred vulnerable vulnerability vulnerabilities reception hotspot asylum
    ;
    integration inclusion inclusive cohesion belong belonging participate participation volunteers volunteering
    voting vote voters naturalization
    ;
    diaspora diasporas compatriots abroad homeland investment invest investors bonds entrepreneurs
    ;
    information leaflet leaflets briefing orientation pre-departure campaign campaigns misinformation awareness
    radio
    ;
    courier couriers rider riders delivery algorithm gig self-employed
    ;
    age adult adults estimation x-ray wrist guardianship guardians
    ;
    construction site sites builder builders scaffolding mason masons worksite heatstroke accident accidents
    injury injured safety helmet
    ;
    fisher fishers fishing seafarer seafarers crew crews skipper skippers trawler trawlers
"""
_FIELD = {stem(word): at for at, field in enumerate(_FIELDS.split(";")) for word in field.split()}


def fields(words: frozenset[str]) -> frozenset[int]:
    """Numbers of the fields that words belong to.

    Args:
        words: Stems, as `chatham.language.content.stem` gives them.
    """
    return frozenset(_FIELD[word] for word in words if word in _FIELD)
