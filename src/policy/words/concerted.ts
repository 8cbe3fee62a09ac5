import type { CueWords } from './cue-words.ts'

/** Words of the union and of coworkers about pay, staffing or working conditions. */
export const concerted: CueWords = {
  alone: `
    ratify our/the/this contract/agreement, our/police/my/the union, union meeting/president/members/rep/reps/brothers/vote/contract/leadership/hall, local 1022, tentative agreement, filed a grievance, file a grievance, grievance, grievances, without a contract, working without a contract, fair contract, contract now, contract talks/negotiations, contract vote, new contract for, mandatory overtime, forced overtime, ordered in again, mandated overtime, burned out, burnt out, understaffed, short staffed, short-staffed, short handed again, staffing levels/crisis/shortage, staffing is, collective bargaining, bargaining unit, unfair labor practice, our pension, our pensions, our pay, our wages, our raises, our health insurance, our benefits, our contract, shift bid, pay raise, pay raises, cost of living raise, cost of living increase, living wage, work conditions, working conditions, no-confidence vote, vote of no confidence, prevailing wage, need more officers on, need more cops on, minimum staffing, fraternal order of police contract, solidarity, unionize, unionized, picket, picket line, on strike, hazard pay, comp time, arbitration award, binding arbitration
    sindicato, sin contrato, contrato justo, aumento justo, aumento de sueldo, horas extra obligatorias, condiciones de trabajo, falta de personal, nuestro sueldo, nuestros salarios, negociacion colectiva`,
  pairs: [
    {
      words: `pay, wages, salary, salaries, raise, raises, staffing, overtime, pension, pensions, health insurance, benefits, contract, manpower, shifts, doubles, patrol staffing`,
      with: `lowest, underpaid, unfair, unsafe, we deserve, deserve better, deserve a, people keep leaving, officers keep leaving, officers are leaving, quit, quitting, at an all-time low, cut our, cutting our, not seen a, have not seen, haven't had a, haven't seen, years without, exhausted, worn out, union, dispatchers, members, stand with us, ratify, negotiate, negotiating, coworkers, negotiations`,
      reach: 60,
    },
  ],
  idioms: `credit union, credit unions, western union, student union, students union, union street, union st, union ave, union avenue, union station, union square, civil union, european union, state of the union, union pacific, contract killing, soviet union, the union jack, strike team, on strike three`,
}
