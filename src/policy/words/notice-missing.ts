import type { CueWords } from './cue-words.ts'

/** Words that seek a missing or endangered person, or tell that one was found. */
export const missing: CueWords = {
  alone: `
    has not returned, have not returned, not been seen since, hasn't returned, memory problems/issues/loss,
    do you know her/his/this parents/child, lost boy/girl/child, found child, little girl/boy found,
    left the hospital on, walked out of the hospital, separated from his/her family/parents,
    never arrived at, never made it to/home, did not return home, failed to return home,
    overdue hiker/boater/kayaker, no ha regresado, no ha vuelto,
    help us find/locate missing/this/our, help find/locate missing, help finding/locating missing,
    wandered from/away/off, wandering, last seen at/in/on/near/leaving/wearing/walking/around/getting/with,
    last heard from, ran away from, has been located/found safe,
    needs his/her/their medicine/medication/insulin, left home on/at/in/and/yesterday/this,
    left her/his/their home/house/residence and/on/at/yesterday, left school at/and/on, was found safe,
    found safe, located safe,
    safely located, safely found, returned home safely, reunited with, does not know where,
    may be confused/disoriented/in danger, in need of medication, needs medication,
    needs his/her medication, dementia, alzheimer's, alzheimers, nonverbal, non-verbal,
    concerned for his/her/their, concern for his/her/their, worried about his/her/their, may be in danger,
    vista por ultima vez, visto por ultima vez, ayudenos a encontrar/localizar a,
    ayuda para encontrar/localizar, no regreso a casa,
    amber alert, silver alert, ambaralert, amberalert, silveralert,
    purple/blue/clear/green/camp/endangered alert,
    missing/endangered person/persons/people/child/children/teen/teenager/juvenile/girl/boy/man/woman/adult/elderly/senior/resident/student/toddler/infant/veteran/hiker/swimmer/boater,
    missing and endangered, endangered missing, critically missing, missing at risk, at risk missing,
    missing elderly man/woman, missing vulnerable adult, endangered runaway,
    runaway teen/juvenile/child/girl/boy, reported missing, went missing, gone missing, has been missing,
    have been missing, still missing, help us find/locate this child/girl/boy/man/woman/teen,
    walked away from, did not come home, hasn't been seen, has not been seen, have not been seen,
    didn't come home, never came home, check on her/his/their welfare/wellbeing, family has not heard,
    has not been heard from, hasn't been heard from, missingperson, unaccounted for, missing since,
    missing from, locate family/families/relatives, person finder, personfinder,
    looking for family/relatives,
    alerta plateada/amber, persona/menor/nina/nino/joven/adolescente/mujer/hombre desaparecida/desaparecido,
    personas desaparecidas, desaparecio, desaparecida, desaparecido, desaparecidos, se ha extraviado,
    extraviado, extraviada`,
  pairs: [
    {
      words: `
        missing, have you seen, last seen, runaway, endangered, lost child, disappeared,
        vista por ultima vez, visto por ultima vez`,
      with: `
        last seen, wearing, year old, year-old, years old, dementia, alzheimer's, alzheimers, autism,
        autistic, medication, located, found safe, located safe, family, child, teen, girl, boy, mother,
        father, daughter, son, grandmother, grandfather, home, whereabouts, height, lbs, pounds, hair, eyes,
        age, aged, whereabouts unknown, safe`,
      reach: 70,
    },
    {
      words: `
        searching for, search for, looking for, trying to locate, help us locate/find,
        help locate/find/finding/locating, attempting to locate, seeking, have you seen`,
      with: `
        dementia, alzheimer's, alzheimers, autistic, autism, elderly, child, toddler, juvenile, teen,
        teenager, little girl, little boy, runaway, welfare, his family, her family, concerned for, hiker,
        medication, wandered`,
      reach: 80,
    },
  ],
  idioms: `
    missing my, missing you, missing out, don't miss, missing bicycle/bike/dog/cat/property/items,
    missing the, missing him, missing her, missing them, missing a, missing teeth, missing work`,
}
