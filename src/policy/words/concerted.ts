import type { CueWords } from './cue-words.ts'

/** Words of the union and of coworkers about pay, staffing or working conditions. */
export const concerted: CueWords = {
  alone: `
    without a raise, no raise, being ordered in, getting ordered in, ordered in every,
    down 10/20/30/40/50/60/70/80/90/100 officers/cops, officers short, cops short,
    raise for dispatch/dispatchers/officers, health care costs go up again,
    pension cuts, pension cut, cut our pay, pay cut, pay cuts, pay freeze, ordered in again,
    ordered in for the,
    drive good cops/officers away, good cops leaving, brothers and sisters in the union, on the contract,
    the contract offer,
    union rally, union picket, union negotiator/negotiators/negotiations/dues/steward/contract,
    zero percent, percent raise, work short, working short, run short, running short, short every night,
    short on every, double shifts, back to back doubles, forced to stay, working doubles, no days off,
    days off cancelled/canceled, vacation denied, time off denied, we deserve, deserve a fair, fair raise,
    fair pay, fair wages, equal pay for, underpaid, overworked, recruit and retain,
    recruitment and retention crisis, hiring freeze, bargaining table, at the table with the city,
    labor board, labor relations, arbitration, impasse, sick out, blue flu, work to rule,
    insurance premiums, our premiums, health plan changes, step increases, longevity pay,
    night differential, uniform allowance, patrolmen's benevolent, pba, afscme, iupa, fop lodge, teamsters,
    local 1/2/5/10/100/530/1361/745, fuerza sindical, sindicatos, salario justo, horas extras,
    ratify our/the/this contract/agreement, our/police/my union,
    union meeting/president/members/rep/reps/brothers/vote/contract/leadership/hall, local 1022,
    tentative agreement, filed a grievance, file a grievance, grievance, grievances, without a contract,
    working without a contract, fair contract, contract now, contract talks/negotiations, contract vote,
    new contract for, mandatory overtime, forced overtime, ordered in again, mandated overtime, burned out,
    understaffed, short staffed, short-staffed, short handed again, staffing levels/crisis/shortage,
    staffing is, collective bargaining, bargaining unit, unfair labor practice, our pension, our pensions,
    our pay, our wages, our raises, our health insurance, our benefits, our contract, shift bid, pay raise,
    pay raises, cost of living raise, cost of living increase, living wage, work conditions,
    working conditions, no-confidence vote, vote of no confidence, prevailing wage, need more officers on,
    need more cops on, minimum staffing, fraternal order of police contract unionize, unionized, picket,
    picket line, on strike, hazard pay, comp time, arbitration award, binding arbitration,
    sindicato, sin contrato, contrato justo, aumento justo, aumento de sueldo, horas extra obligatorias,
    condiciones de trabajo, falta de personal, nuestro sueldo, nuestros salarios, negociacion colectiva`,
  pairs: [
    {
      words: `
        vote, votes, voted, voting, members, member, asks, ask, wants, demands, demand, contract,
        pay, raise, staffing, rally, city hall,
        negotiations, no confidence, dues`,
      with: `the union, union, unions, union's, el sindicato`,
      reach: 50,
    },
    {
      words: `
        signed, ratified, ratify, rejected, reject, expired, expires, offer, proposal, vote, voted,
        negotiate, bargain, fair`,
      with: `contract, the contract, new contract, labor contract, wage offer, pay offer`,
      reach: 30,
      confidence: 0.6,
    },
    {
      words: `
        nobody is safe, no one is safe, not safe, unsafe, dangerous, burning out, tired, exhausted,
        overtime, alone, backup, no backup`,
      with: `
        so few, too few, not enough officers, not enough cops, not enough of us, two cars on, three cars on,
        half a shift, half staff, skeleton crew, minimum manning, down officers, vacancies`,
      reach: 80,
    },
    {
      words: `
        pay, wages, salary, salaries, raise, raises, staffing, overtime, pension, pensions,
        health insurance, benefits, contract, manpower, shifts, doubles, patrol staffing`,
      with: `
        lowest, underpaid, unfair, unsafe, we deserve, deserve better, deserve a, people keep leaving,
        officers keep leaving, officers are leaving, quit, quitting, at an all-time low, cut our,
        cutting our, not seen a, have not seen, haven't had a, haven't seen, years without, exhausted,
        worn out, union, dispatchers, members, stand with us, ratify, negotiate, negotiating, coworkers,
        negotiations`,
      reach: 60,
    },
  ],
  idioms: `
    credit union, credit unions, western union, student union, students union, union street, union st,
    union ave, union avenue, union station, union square, civil union, european union, state of the union,
    union pacific, contract killing, contract was awarded, contract awarded, contract for the, contractor,
    contract with, construction contract, verbal contract, lease contract, soviet union, the union jack,
    strike team, on strike three`,
}
