import type { CueWords } from './cue-words.ts'

const when = `
  1/2/3/4/5/6/7/8/9/10/11/12/00/15/30/45 am/pm, 9am, 10am, 11am, 12pm, 1pm, 2pm, 3pm, 4pm, 5pm, 6pm, 7pm,
  8pm, noon, at 9/10/11/12/1/2/3/4/5/6/7/8, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
  tomorrow, tonight, this weekend, this week, next week, register, registration, sign up, tickets, rsvp,
  begins, starts, starting, join, join us, attend, volunteers needed, free, route, welcome, invited, lunes,
  martes, miercoles, jueves, viernes, sabado, domingo, manana, gratis, vengan, venga, invitados, inscribase,
  registrese, january, february, march, april, june, july, august, september, october, november, december,
  oct, nov, dec, aug, sept, 1/2/3/4/5/6/7/8/9/10/11/12 am/pm, 1st, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th,
  10th, 11th, 12th, 13th, 14th, 15th, 16th, 17th, 18th, 19th, 20th, 21st, 22nd, 23rd, 24th, 25th, 26th,
  27th, 28th, 29th, 30th, 31st, a las`

/** Words that announce an event people may come to. */
export const event: CueWords = {
  alone: `
    come play, come skate, come ride, come hang, come see, come by, come celebrate, come enjoy, come learn,
    come and meet/join/see, bring the/your kids/family/whole, tree lighting, summer camp, junior academy,
    police academy for, explorers program, movie night, ice cream social, skate night, basketball with,
    kickball, meet our officers/k9/k9s, meet the chief/new/officers, fishing derby,
    harvest festival, homecoming parade/game, halloween party, santa, storytime, story time, reading with,
    lunch with, free event, family event, community event, community day, field day, career day,
    grand marshal, pride parade, block parties, walk with a/the cop/officer/chief, bike ride,
    ride along night, public forum, grand opening of the new station, dedication ceremony,
    memorial ceremony/service, wreath laying, flag raising, remembrance ceremony, graduation ceremony,
    promotion ceremony, este sabado, este domingo, este viernes, este lunes, este martes, este miercoles,
    este jueves, venga a, vengan a, traiga a, revision gratis,
    national night out, coffee with a cop, coffee with cops, cone with a cop, pizza with police,
    popsicles with police, shop with a cop, cops and donuts, touch a truck, touchatruck, trunk or treat,
    trunkortreat,
    open house, toy drive, food drive, coat drive, blood drive, book drive, diaper drive,
    school supply drive, toys for tots, stuff a/the cruiser, torch run, polar plunge,
    citizens/citizen/community police academy, youth/teen/junior police academy, town hall meeting,
    community meeting/conversation/forum, listening session, block party, job fair, career fair,
    health fair, safety fair, bike rodeo,
    memorial day parade, steps off at, tree lighting, ribbon cutting, block watch meeting,
    neighborhood watch meeting, gun buyback, drug take back, take back day, takeback day,
    car seat check/checks, bike registration event,
    save the date, meet and greet, walk ins welcome, rsvp, doors open at, free admission, all are welcome,
    open to the public, candlelight vigil, swearing in ceremony, virtual town hall, facebook live,
    nationalnightout, coffeewithacop,
    5k run/race/walk, road race, charity softball/basketball/hockey/golf game/tournament, fundraiser,
    raffle, car show, carnival, self defense class, public hearing, pub crawl,
    join us for/on/at/this/as/in/tonight/tomorrow/today/saturday/sunday, join us next, come join us,
    come out and, come on out, stop by and say, come meet, come say hi, see you there, hope to see you,
    mark your calendar/calendars,
    entrada gratis/gratuita/libre, los esperamos, acompanenos, acompananos, unase a nosotros,
    cafe con un policia, casa abierta, noche nacional, academia de policia ciudadana, feria de, desfile de,
    reunion comunitaria, entrega de juguetes`,
  pairs: [
    {
      words: when,
      with: `
        parade, festival, fair, ceremony, vigil, concert, fireworks, cookout, picnic, clinic, academy,
        workshop, seminar, celebration, breakfast, luncheon, barbecue, bbq, tournament, giveaway, event,
        events, meeting, forum, marathon, raffle, memorial service, drive, rally, open gym, rodeo, auction,
        town hall, summit,
        desfile, feria, festival, evento, reunion, taller, clase, carrera, celebracion, vigilia`,
      reach: 50,
    },
    {
      words: `
        class, classes, tour, tours, race, walk, run, game, camp, session, drive, course, kids, families,
        clase, clases, curso`,
      with: `
        register, registration, register now, sign up at, sign up now, rsvp, join us, volunteers needed,
        all ages, all are welcome, everyone is welcome, open to all, free admission, you're invited,
        you are invited, inscribase, registrese`,
      reach: 60,
    },
    {
      words: when,
      with: `
        bike helmets, free bike, free helmets, free books, free gun locks, free backpacks, free rides,
        giveaways, meet our, meet the, don't miss, come meet, come see, stop by, bring your, bring the,
        come out to,
        comfort dog, storytime, concierto, show, exhibit, demonstration, k9 demo, safety rodeo, bike safety,
        pancake breakfast, spaghetti dinner, fish fry, egg hunt, open mic, free concert, ice skating,
        free lunch, free ice cream, book giveaway, backpack giveaway, turkey giveaway`,
      reach: 70,
      confidence: 0.7,
    },
  ],
  unless: `
    classes suspended, classes are/have/were been/_ suspended/cancelled/canceled, classes will resume,
    class suspensions, most wanted, crash, collision, accident, shooting, shooter, robbery, stabbing,
    homicide, suspect, suspects, arrested, arrest, arrests, charged, the event of the year`,
}
