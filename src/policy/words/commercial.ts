import type { CueWords } from './cue-words.ts'

/** Words that sell, promote or solicit business. */
export const commercial: CueWords = {
  alone: `
    my new book/single/album/course, available on amazon, on etsy, on ebay, on marketplace, on sale now,
    inbox me, grab yours, get yours now, link below, fair prices, who wants one, who needs one,
    available for your event/party/wedding/events, give us a call today, call us today, we service all,
    licensed and insured, fully insured, hmu for, hit me up for, slide in my dms for, dm for yours,
    dm/pm/message/text me for security/gigs/side/bookings/rates/lessons,
    tag a friend who needs, jewelry/tupperware/candle/makeup party, our products, our services, my prices,
    my rates,
    text/call/message/dm/pm me for a/my/your/_ rates/rate/pricing/info/quote/quotes/details/bookings/booking/appointment/appointments/orders,
    call or text for, call/text today/now for a/your/_ free/quote/estimate, has openings, have openings,
    openings this week, appointments available, accepting appointments, book today, available now for,
    made to order, custom orders, custom made, free delivery, we deliver, delivery available,
    weddings and events, parties and events, all occasions, lowest price, half off, half price, two for one,
    2 for 1, special price, on special, sale ends, sale starts, just listed, home for sale, asking price,
    price drop, make an offer, make me an offer, taking offers, driveways from, starting at just,
    prices start, subscribe to my, my onlyfans, my patreon, my podcast sponsor, merch drop, new merch,
    order form, limited quantities, small business saturday deal, wholesale prices, financing available,
    insurance quote, free quote, mande mensaje, por encargo, a la venta, aproveche la oferta,
    oferta especial, rebajas,
    dm to buy/order/purchase, dm me to buy/order/book, dm for price/prices/pricing/details/orders,
    dm for order, pm for price/prices/details/orders,
    message me for a/_ quote/prices/pricing/orders/estimate, message me to order/buy/book,
    text me to order/buy/book, promo code, discount code, coupon code, use my/code code/at, with code,
    use code, buy one get one, bogo, free estimate/estimates/quote/quotes, free consultation, obo,
    or best offer, hire me, book me, my etsy, etsy shop/store, my shopify, my online store/shop,
    visit my store/shop/website, check out my shop/store/website/business/merch, shop my, link in bio,
    book your/a appointment/session/stay with/_, book now, order now, order yours, order today, shop now,
    buy now, call today for, limited time offer, while supplies last, special offer, flash sale,
    black friday sale, clearance sale, holiday sale, grand opening, free shipping, shipping included,
    plus shipping, taking orders, accepting orders, now booking, accepting new clients, taking new clients,
    licensed realtor, your realtor, real estate agent, mortgage broker, side hustle, side business,
    small business owner, join my team, be your own boss, earn extra income, passive income,
    work from home opportunity, business opportunity, get yours today,
    affordable/reasonable/competitive/great/low rates/prices, best prices, lowest prices, in town at,
    money back guarantee, satisfaction guaranteed, like new condition, serious inquiries, cash only,
    cash or venmo, venmo or cash, pay by venmo, pay with venmo, cashapp, cash app me, seat deposit,
    reserve your spot for $, affiliate link, sponsored by, paid partnership, use my link, my referral link,
    referral code, follow my business, tell them the pd sent, tell them we sent, zero percent financing, 0% financing, percent financing, tell 'em we sent, my rental, my airbnb,
    codigo de descuento, descuento del, pedidos por mensaje, se vende, en venta, envio gratis,
    gran apertura, gran inauguracion, haga su pedido, ordene ya, compre ya, compra ya, vendo, mi negocio,
    nuevo negocio, precios bajos, buenos precios, cotizacion gratis, estimado gratis`,
  pairs: [
    {
      words: `
        business, company, shop, store, salon, bakery, boutique, restaurant, food truck, barbershop, gym,
        studio, llc, brand, clothing line, course, services, essential oils, supplements, candles, soaps,
        cleanups, sessions, classes, realtor, houses, homes, photography, gear, bracelets, tumblers, shirts,
        patches, mugs, flashlights, holsters, ammo, jewelry, cupcakes, cakes, insurance`,
      with: `
        booking, bookings, bookable, order, orders, call me, dm me, pm me, message me, text me, discount,
        coupon, prices, pricing, quote, sale, on sale, sign up, sign ups, free estimates, open for,
        get yours, come get, check out, shop, now hiring, hiring drivers, buy from, special, i sell,
        we sell, selling, save on`,
      reach: 60,
      confidence: 0.4,
    },
    {
      words: `
        dollars a, dollars each, bucks each, bucks a, each, shipping, dm, pm, venmo, cash, firm, first,
        takes it, a seat, per seat, a piece,
        a dozen, message me, call me, text me, pick up only, pickup only, or trade`,
      with: `
        selling, sells, for sale, i sell, we sell, i'm selling, i am selling, sell my, selling my, custom`,
      reach: 90,
    },
    {
      words: `
        house, home, houses, homes, listing, property, realtor, car, truck, refinance, loan, life insurance,
        policy`,
      with: `
        call me, message me, dm me, text me, contact me, thinking of selling/listing/buying,
        looking to buy/sell/refinance, i sell, let me help you`,
      reach: 70,
    },
    {
      words: `call, text, dm, message, pm, email, whatsapp, inbox, order, book`,
      with: `
        pressure washing, power washing, landscaping, lawn care, snow plowing service, house cleaning,
        handyman, remodeling, drywall, dj services, photography, catering, notary services,
        personal training, security services, detailing, tutoring, roof repair, junk removal, babysitting,
        tattoo, haircuts, real estate, challenge coins, t-shirts, hoodies, custom, homemade, handmade`,
      reach: 60,
      confidence: 0.7,
    },
    {
      words: `
        give us a call, call us, call today, call now, contact us, visit us, best in, #1, number one,
        family owned, top rated, book`,
      with: `
        towing company, roofing company, cleaning company, moving company, our company, security company,
        landscaping company, contractor, plumbing company, law firm, dealership, insurance agency,
        real estate team`,
      reach: 80,
      confidence: 0.7,
    },
  ],
  unless: `
    charity, proceeds, raffle, donate, donation, donations, benefit, benefits, benefiting, fundraiser,
    fundraising, special olympics, toys for tots, nonprofit, non-profit, arrested, arrest, charged, seized,
    suspect, suspects, fentanyl, heroin, cocaine, narcotics, drugs, scam, scams, scammers, scammer, fraud,
    stolen, detectives, gift cards, gift card, counterfeit, buyback, apply to be, k9 fund, warrant,
    red cross, relief, typhoon, flood, floods, victims, red nose, sospechoso, arrestado, estafa`,
}

/** A reduction in per cent: the words after the figure. */
export const reduction = `off, de descuento`

/** Words that make a business somebody's own. */
export const own =
  /\b(?:my|our|i own|i run|i started|we started|(?:wife|husband|brother|sister|mom|dad)'s|on the side)\b/

/** How a business is recommended to others; its name must follow. */
export const touting = `
  buy your, buy all your, buy a, get your car, get your tires, get your hair, get your next, get your brakes, get your truck, get your oil, get your house, get your taxes done, order from, order your,
  rent from, rent your, lease your, shop at, shop for your, eat at, dine at, do yourself a favor and,
  for all your, best pizza, best tacos, best burgers, best wings, best coffee, best food, best barbecue, best bbq,
  best mechanic, best barber, best haircut, best prices, best deals, best deal, best service, best subs, best sushi,
  best steak, best breakfast, best tires, use my guy, go see my guy, tell them i sent you, you need to try,
  nobody beats, can't beat the prices, skip the dealer, take your car, take your truck, bring your car,
  bring your truck, call my friends, hire my, hire the guys`

/** Words in the names of businesses. */
export const trades = `
  auto, autos, tire, tires, motors, ford, chevrolet, toyota, honda, pizza, pizzeria, grill, diner, deli, cafe,
  bakery, brewery, tavern, pub, bistro, kitchen, restaurant, salon, barbershop, barbers, spa, gym, fitness, realty,
  roofing, plumbing, electric, landscaping, construction, insurance, jewelers, jewelry, guns, firearms,
  liquors, liquor, wines, furniture, mattress, flooring, carpets, towing, collision, garage, detailing,
  tattoo, boutique, outfitters, hardware, florist, mortgage, tailors, cleaners, tacos,
  taqueria, bbq, burgers, wings, subs, sushi`
