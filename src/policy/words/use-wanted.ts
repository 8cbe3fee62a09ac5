import type { CueWords } from './cue-words.ts'

/** Words that seek a person who is wanted. */
export const wanted: CueWords = {
  alone: `
    still on the loose, suspect/suspects/shooter/gunman is/are/remains/remain on/at the loose/large,
    shooter is still, suspect is still, has not been caught, has not been captured, still looking for the,
    police/detectives/officers/investigators are/_ seek/seeking the/a/an/this/two/three/these man/woman/men/women/person/people/driver/suspect/suspects/individual/individuals,
    police/detectives/officers/investigators are/_ looking/searching for the/a/an/this/two/three/these/armed man/woman/men/women/person/people/suspect/suspects/individual/individuals/driver/gunman/shooter,
    looking for this man/woman/person/guy/individual/suspect/driver,
    felony warrant/warrants, warrant for his/her/their arrest, fled the scene on foot,
    escaped inmate, escapee, escaped from custody, failed to register, on the run, whereabouts are unknown,
    whereabouts unknown, if you see him/her/them call/contact/dial, if you know where he/she/they is/are,
    help us find him/her/them, turn yourself in, apb,
    most wanted,
    wanted person/persons/man/woman/suspect/suspects/fugitive/fugitives/subject/individual/felon,
    wanted wednesday, warrant wednesday, wanted in connection with, wanted for, wanted on, wanted by,
    wanted in a/the/_ hit/shooting/robbery/homicide/murder/burglary/assault/stabbing/theft,
    outstanding/active/open warrant/warrants, warrant out for, warrants out for,
    warrant has been issued for/charging, fugitive from, be on the lookout, bolo, bolo alert,
    fugitive of the week, remains/remain/still at large, is at large, wantedwednesday, mostwanted,
    do not approach, considered armed and dangerous, should be considered armed, armed and dangerous,
    know the/her/his/their whereabouts, knows the whereabouts, turn himself/herself in,
    sospechoso armado, se busca sospechoso, orden de arresto contra, orden de arresto vigente, profugo,
    profuga, fugitivo, los mas buscados, se busca a este hombre, buscado por, buscada por, es buscado,
    es buscada`,
  pairs: [
    {
      words: `
        searching for, search for, looking for, seeking, hunting for, trying to locate/find/identify,
        attempting to locate/identify, help us find/locate/identify,
        help find/locate/identify/identifying/finding/locating, on the lookout for, wanted, buscan,
        se busca, buscamos`,
      with: `
        suspect, suspects, fugitive, fugitives, gunman, shooter, robber, burglar, wanted, thief, assailant,
        attacker, perpetrator, person of interest, driver who fled, hit and run, hit-and-run, armed man,
        suspect vehicle, getaway, sospechoso, sospechosos, fugitivo, ladron, conductor, conductora`,
      reach: 60,
    },
    {
      words: `warrant, warrants, wanted, suspect`,
      with: `
        if you see him/her/them, if seen, know where, whereabouts, last seen, last known, know where this,
        call 911, do not approach, at large, on the run, on the loose, fled on foot, have you seen`,
      reach: 80,
    },
    {
      words: `
        seek, seeks, seeking, sought, looking for, search for, searching for, hunt for, hunting, find,
        locate, pursuing, buscan, buscamos`,
      with: `
        robbery suspect, suspect in, suspects in, suspect from, responsible for, in connection with,
        who robbed, who shot, who stabbed, who fled, who stole, bank robbery, who broke into,
        felony warrant, escaped, sospechoso, sospechosos, sospechosa, linked to, connected to`,
      reach: 60,
    },
    {
      words: `
        male, female, hoodie, wearing, dressed in, described as, description, mask, masked, last seen,
        bicycle, on foot, sedan, suv, black car, white car, silver car, tall, medium build`,
      with: `robbed, fled, got away, took off, ran off, escaped, drove off, fled in, fled on`,
      reach: 90,
      confidence: 0.7,
    },
    {
      words: `
        where is he, where is she, do you know where, have a, has, three, two, several, multiple,
        for his arrest, for her arrest, 555, call us, call`,
      with: `
        warrant for, warrants for, warrants out, outstanding warrants, has warrants, three warrants,
        two warrants, active warrants, have a warrant, has a warrant, on a warrant`,
      reach: 60,
      confidence: 0.7,
    },
  ],
  idioms: `
    i wanted, wanted to, we wanted, you wanted, all wanted, just wanted, always wanted, help wanted,
    search warrant, search warrants, no-knock warrants, no knock warrants, was wanted on, were wanted on,
    who was wanted, had been wanted, was wanted for, was wanted by, no longer wanted`,
  unless: `
    suspect/suspects in custody, found hiding, warrant/warrants served, is in custody, now in custody,
    in custody tonight, has been caught, was caught, captured,
    has been arrested, was apprehended, has been apprehended`,
}
