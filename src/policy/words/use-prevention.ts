import type { CueWords } from './cue-words.ts'

/** Words of advice against crime. */
export const prevention: CueWords = {
  alone: `out of sight, hang up, it's a scam, it is a scam, this is a scam, don't fall for, do not fall for, don't send money, don't open the door, verify the, verify before, if it sounds too good, too good to be true, close your/the garage, keep your garage, garage door, garage doors, bring your packages, bring packages inside, package inside, keep wallets/purses/bags/valuables/phones/keys, leave a light on, leave lights on, outdoor lights, motion lights/light, motion sensor, trim your/the hedges/bushes, security camera/cameras tips, a steering wheel lock, install a/_ camera/cameras/alarm, deadbolt, dead bolt, take the fob, key fob/fobs inside, don't warm up, warming up your car, left running, keys in the ignition, keys in it, unlocked cars/car/vehicles/vehicle/doors, crime of opportunity, easy target/targets, thieves/burglars/scammers only/look/love/will/can/may/need/pose/prey/want, fake officer/officers/cop/caller/check/checks/bill/bills, counterfeit bills, jury duty scam, gift card scam, bitcoin atm, never share, never meet, meet in public, wear your/a seatbelt/seat/helmet, buckle up, phones down, drive sober, stranger danger, stay safe online, parents talk to, monitor your bank/credit/accounts, shred, credit freeze, change your passwords, update your passwords, walk in groups/well-lit, well lit areas, well-lit areas, neighbors watch, know your neighbors, report suspicious, see something say something, engrave, record the serial, record serial, secure your/_ firearm/firearms/home/vehicle/bike/windows, mantenga/mantengan sus/las puertas cerradas, es una estafa, cuelgue, ladrones, cierre su, cierre bien,
    lock your/the/all/those car/cars/vehicle/vehicles/door/doors/home/garage/windows/bike/house/it, lock it or lose it, take your keys, hide your belongings/valuables/stuff/things, remove valuables/your/all keys/valuables, remove all valuables, valuables in/out your/of car/vehicle/sight/plain, valuables in plain sight, 9pmroutine, 9 pm routine, 9 p.m routine, 9pm routine, lockitorloseit
    scam alert/alerts/warning, beware of scam/scams/scammers/fake/fraud/anyone/callers/phishing, scam/scams targeting, phone scam/scams, scam calls, fraud alert, scammers are/may/will/often/use/try, avoid scams, phishing, identity theft, fake rental/listing/listings, imposter scam, romance scam, grandparent scam
    crime prevention, safety tip/tips, prevention tip/tips, tip of the week/day/month, protect yourself/your, prevent theft/thefts/car/package/catalytic/burglary/burglaries/crime, theft prevention, burglary prevention, car/vehicle break-ins/breakins, package theft/thieves, porch pirate/pirates
    don't/do not/never leave your/valuables/packages/purses/keys/anything/items/car/vehicle/firearms/children/the/any/a, never leave your, don't/do not/never give/share/click/send/open your/any/out/personal/money/on/the/payment/link/links/codes/or, don't be a victim, avoid becoming a victim, strong passwords, two factor, register your bike/bicycle/bikes, u-lock, serial number/numbers, steering wheel lock/locks, club lock, garage door closed, porch light on, keep your/the/all/back doors/door/car/garage/windows locked/closed/_, on a timer, stop your mail, hold your mail, vacation check/checks/watch, house watch, safe exchange, meet in a public place, be aware of your surroundings, trust your instincts, skimmer, skimmers, gift cards as payment, no government agency, the irs will never, lock up your firearm/firearms/guns/gun, gun lock/locks, designated driver, don't drink and drive, say something if you see
    no deje/dejen objetos/su/las/nada/sus, cierre/cierren con llave/_ las/sus/su puertas/carro/casa, cierre las puertas, consejo/consejos de seguridad, cuidado con las/los estafas/estafadores/fraudes, alerta de estafa/fraude, estafas telefonicas, no comparta/compartan su, proteja/protejase su/de, prevenga robos, consejos para prevenir`,
  pairs: [
    {
      words: `scam, scams, scammer, scammers, fraud, fraudsters, thieves, thief, burglars, phishing, theft, thefts, break-ins, car thieves, con artists, impostors, estafa, estafas, estafadores, robos, ladrones, catalytic`,
      with: `beware, never, don't, do not, hang up, gift cards, gift card, protect, prevent, avoid, tips, reminder, remember, be aware, lock, wire, verify, park, bitcoin, social security number, bank, pin, cuidado, evite, nunca, no de, cuelgue, proteja`,
      reach: 70,
    },
    {
      words: `lock, locked, remove, remember, hide, secure, bring in, don't leave, never leave, keep, shop owners, residents, homeowners`,
      with: `your car/cars/vehicle/vehicles/doors/belongings/valuables/packages/garage/windows/keys/bike/firearm/firearms/home, back doors, unattended, car doors, key fobs, doors locked`,
      reach: 40,
    },
    {
      words: `thieves, burglars, scammers, scammer, scam, thefts, break-ins, criminals, crooks, fraud, ladrones, estafa, catalytic converters, stolen cars, stolen vehicles, smash and grab`,
      with: `keep, close, lock, hide, park, take, remove, verify, never, always, report, call us first, be careful, be alert, watch out, make sure, remind, reminds, reminding, cierre, guarde`,
      reach: 70,
      confidence: 0.7,
    },
  ],
}
