/** Words that call for a look at who the author says to be. */
export const identityCues = `
pd, police, department, dept, hpd, bpd, npd, spd, nypd, lapd, cop, cops, officer, detective, sergeant, sgt,
lieutenant, lt, captain, capt, chief, patrol, patrolman, policewoman, policeman, my beat, my badge,
the badge, badge, dispatcher, trooper, deputy, corporal, cpl, major, commander, inspector, superintendent,
ofc, det, my patrol, my precinct, my shift, law enforcement, leo, thin blue line, on the job, the force,
on the force, crossing guard, records clerk, sworn, my cruiser, squad car, swat, k9 handler, k-9 handler,
the cruiser, the patrol car, this badge, the uniform, this uniform, the patch, commissioner, headquarters, soy policia, soy un policia, soy una policia, soy oficial, soy agente, soy sargento,
soy sargenta, soy teniente, soy detective, soy despachador, soy despachadora, policia`

export const rankCues = `
sergeant, sgt, lieutenant, lt, captain, capt, chief, detective, det, corporal, cpl, major, commander,
inspector, patrolman, officer, ofc, records clerk, dispatcher, trooper, deputy, my rank, my title,
my stripes, my bars, in my capacity, my position as, my role as`
