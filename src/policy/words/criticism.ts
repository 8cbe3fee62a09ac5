import type { CueWords } from './cue-words.ts'

const department = `
  the/our/this/my department, hpd, the pd, our pd, this pd, the police department, police department,
  this agency, our agency, my agency, headquarters, internal affairs, the force, city police, pd,
  el departamento, la policia`
const leaders = `
  chief, the chief, our chief, police chief, chief of police, deputy chief, assistant chief, command staff,
  commander, brass, the brass, top brass, leadership, administration, the administration, upper management,
  management, bosses, supervisors, captain, the captain, our captain, lieutenant, superintendent,
  commissioner, police commissioner, sheriff, jefe, el jefe, jefe de policia, la jefa, jefatura`

/** Words that criticise the Department, its leaders or what they do. */
export const criticism: CueWords = {
  alone: `
    failed its people, culture of fear, culture of retaliation, hostile work environment, code of silence,
    poor leadership, bad leadership, terrible leadership, weak leadership, clueless leadership,
    incompetent leadership, spineless leadership, lack of accountability, run this department into,
    run the department into, runs this department, worst cops, worst cop shop, no-confidence vote,
    vote of no confidence, no confidence vote, vote/votes/voted/voting/voters on/of/_ no confidence,
    no confidence in the/our chief/leadership/administration/command, lack of confidence in, worst chief,
    worst police department, worst department, worst leadership, chief must go, chief has to go,
    chief needs to go, fire the chief, chief should resign, chief must resign, failure of leadership,
    failed leadership, lack of leadership, toxic leadership, toxic department, voto de no confianza,
    voto de censura, good old boys club, good ol boys`,
  pairs: [
    {
      words: leaders,
      with: `
        ashamed of, ashamed of how, embarrassed by, disappointed in, disappointed by, a mistake, mistakes, wasted, wastes, squandered, bungled, botched, mishandled, misled, misleads,
        betrayed, abandoned us, broke his/her/their promise, broke its promise, doesn't know, does not know,
        knows nothing, never should have, asleep at the wheel, no plan, no leadership,
        couldn't manage/run/find/lead/care, could not manage/run/find/lead, can't manage/run/find,
        has failed, have failed, failed again, failed this, keeps failing, sold out, lost the trust,
        lost our trust, no trust in, no respect for, garbage, trash, clown, clowns, idiot, idiots, moron,
        morons, fool, fools, dumb, dumbest, stupid, pathetic, hates, bully, bullies, bullying, tyrant,
        dictator, power trip, micromanage, micromanages, vindictive, petty, delusional, has lost,
        lost control, in over his/her/their, needs to go/resign/retire, has to go, have to go, must go,
        time for a new, won't back, never backs, doesn't back, refuses to, turned a blind eye, swept under,
        sweeps, cares about, protecting his/her/their own, no clue, clueless, has no idea, have no idea,
        no idea what, incompetent, incompetence, corrupt, coward, cowards, cowardly, a joke, is a disgrace,
        disgrace, embarrassment, embarrassing, a disaster, failed us, failing us, failed his/her/its/our,
        resign, step down, lied to, lies to, lying to, liar, liars, ignored, ignores, ignoring,
        doesn't listen, does not listen, don't listen, won't listen, never listens, doesn't care,
        does not care, don't care, couldn't lead, could not lead, can't lead, cannot lead, cares more about,
        care more about, out of touch, under the bus, covering up, covered up, cover up, coverup, shame on,
        should be ashamed, hypocrite, hypocrites, retaliates, retaliation, retaliated, plays favorites,
        favoritism, friends of, nepotism, spineless, useless, worthless, mismanaged, mismanagement,
        turned his/her/their back, turned its back, sold us out, throws us, hung us out, unfit,
        ruining this/our/the, ruined this/our/the, destroyed morale, killing morale, morale is,
        runs this place into, is unsafe, puts us at risk, wasting, blame, blames, to blame, is wrong,
        was wrong, got it wrong, terrible, awful, pathetic, inept, dishonest, hides, hiding, disagree,
        not fit,
        no tiene idea, incompetente, corrupto, corrupta, cobarde, cobardes, mentiroso, mintio, renunciar,
        debe renunciar, no sirve, verguenza, fracaso, no escucha`,
      reach: 60,
    },
    {
      words: department,
      with: `
        ashamed of, ashamed of how, embarrassed by, disappointed in, covered up what, has failed, have failed, failed again, failed its, fails us, keeps failing,
        does nothing, did nothing, do nothing, won't do anything, refuses to, ignores, ignored, wastes,
        wasting, garbage, trash, clown show, circus, shameful, disgusting, can't be trusted,
        cannot be trusted, no accountability, unaccountable, bullies, harasses, harassed me, is a joke,
        a joke, corrupt, cowards, run by, run by cowards, disgrace, embarrassment, a mess, failing,
        failed us, failed the, failed our, failure, covering up, covered up, cover up, coverup,
        covering this up, shame on, should be ashamed, never shows up, never show up, doesn't care,
        does not care, don't care, lies to, lied to, throws officers/us, under the bus, worst, favoritism,
        nepotism, retaliates, retaliation, useless, rotten, broken, hides, unprofessional, racist, lazy,
        incompetent, mismanaged, toxic, treats us, treats its/his/her, out of control, going downhill,
        gone downhill, sinking ship, could not care less, couldn't care less,
        corrupta, corrupto, verguenza, no sirve, fracaso, incompetente`,
      reach: 55,
      confidence: 0.7,
    },
    {
      words: `
        roster, schedule, budget, numbers, choice, choices, appointment, policy, deployment plan, plan,
        decision, order, reform, new rule, new rules, shift bid, discipline,
        promotions, promotion, transfer, press release, press conference, handling, response`,
      with: `
        chief's, captain's, brass, command staff, deputy chief, leadership, administration's, department's,
        chief diaz's`,
      reach: 40,
      confidence: 0.3,
    },
  ],
  idioms: `
    kansas city chiefs, fire chief, editor in chief, commander in chief, chief complaint, chief export, chief reason, chief among, chief concern, cover up your,
    credit where, sheriff's`,
  unless: `
    arrested, suspect, suspects, victim, victims, was charged, were charged, is charged, pleaded guilty,
    accused of, defendant`,
}

/** Words of disapproval that make a leader's plan or decision the object of criticism. */
export const disapproval = `
  disaster, failure, mistake, a lie, unfair, pays for it, nonsense, clueless, stupid, terrible, awful,
  dangerous, unsafe, insane, ridiculous, a joke, wrong, garbage,
  clueless, a mess, disgrace, shameful, backwards, disgusting, embarrassing, useless, pathetic`
