import type { CueWords } from './cue-words.ts'

/** Words of advice against crime. */
export const prevention: CueWords = {
  alone: `
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
  ],
}
