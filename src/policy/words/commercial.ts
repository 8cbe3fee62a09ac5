import type { CueWords } from './cue-words.ts'

/** Words that sell, promote or solicit business. */
export const commercial: CueWords = {
  alone: `text/call/message/dm/pm me for a/my/your/_ rates/rate/pricing/info/quote/quotes/details/bookings/booking/appointment/appointments/orders, call or text for, call/text today/now for a/your/_ free/quote/estimate, has openings, have openings, openings this week, appointments available, accepting appointments, book today, available now for, made to order, custom orders, custom made, free delivery, we deliver, delivery available, weddings and events, parties and events, all occasions, lowest price, half off, half price, two for one, 2 for 1, special price, on special, sale ends, sale starts, just listed, home for sale, asking price, price drop, make an offer, make me an offer, taking offers, driveways from, starting at just, prices start, subscribe to my, my onlyfans, my patreon, my podcast sponsor, merch drop, new merch, order form, limited quantities, small business saturday deal, wholesale prices, financing available, insurance quote, free quote, mande mensaje, por encargo, a la venta, aproveche la oferta, oferta especial, rebajas,
    dm to buy/order/purchase, dm me to buy/order/book, dm for price/prices/pricing/details/orders, dm for order, pm for price/prices/details/orders, message me for a/_ quote/prices/pricing/orders/estimate, message me to order/buy/book, text me to order/buy/book, promo code, discount code, coupon code, use my/code code/at, with code, use code, buy one get one, bogo, free estimate/estimates/quote/quotes, free consultation, obo, or best offer, hire me, book me, my etsy, etsy shop/store, my shopify, my online store/shop, visit my store/shop/website, check out my shop/store/website/business/merch, shop my, link in bio, book your/a appointment/session/stay with/_, book now, order now, order yours, order today, shop now, buy now, call today for, limited time offer, while supplies last, special offer, flash sale, black friday sale, clearance sale, holiday sale, grand opening, free shipping, shipping included, plus shipping, taking orders, accepting orders, now booking, accepting new clients, taking new clients, licensed realtor, your realtor, real estate agent, mortgage broker, side hustle, side business, small business owner, join my team, be your own boss, earn extra income, passive income, work from home opportunity, business opportunity, get yours today, affordable/reasonable/competitive/great/low rates/prices, best prices, lowest prices, in town at, money back guarantee, satisfaction guaranteed, like new condition, serious inquiries, cash only, cash or venmo, venmo or cash, pay by venmo, pay with venmo, cashapp, cash app me, seat deposit, reserve your spot for $, affiliate link, sponsored by, paid partnership, use my link, my referral link, referral code, follow my business, tell them the pd sent, my rental, my airbnb
    codigo de descuento, descuento del, pedidos por mensaje, se vende, en venta, envio gratis, gran apertura, gran inauguracion, haga su pedido, ordene ya, compre ya, compra ya, vendo, mi negocio, nuevo negocio, precios bajos, buenos precios, cotizacion gratis, estimado gratis`,
  pairs: [
    {
      words: `my, our, my own, wife's, husband's, brother's, sister's, i own, i run, i started, we started, on the side`,
      with: `business, company, shop, store, salon, bakery, boutique, restaurant, food truck, barbershop, gym, studio, landscaping business, landscaping company, llc, brand, clothing line, merch, firm, listings, products, rental property, course, services, essential oils, supplements, candles, soaps`,
      reach: 25,
      confidence: 0.4,
    },
    {
      words: `business, company, shop, store, salon, bakery, boutique, restaurant, food truck, barbershop, gym, studio, llc, brand, clothing line, course, services, essential oils, supplements, candles, soaps, cleanups, sessions, classes, realtor, houses, homes, photography, gear, bracelets, tumblers, shirts, patches, mugs, flashlights, holsters, ammo, jewelry, cupcakes, cakes, insurance`,
      with: `booking, bookings, bookable, order, orders, call me, dm me, pm me, message me, text me, discount, coupon, prices, pricing, quote, sale, on sale, sign up, sign ups, free estimates, open for, get yours, come get, check out, shop, now hiring, hiring drivers, buy from, special, i sell, we sell, selling, save on`,
      reach: 60,
      confidence: 0.4,
    },
    {
      words: `dollars each, each, shipping, dm, pm, venmo, cash, firm, first, takes it, a seat, per seat, a piece, a dozen, message me, call me, text me, pick up only, pickup only, or trade`,
      with: `selling, for sale, i sell, we sell, i'm selling, i am selling, sell my, selling my, custom`,
      reach: 90,
    },
    {
      words: `house, home, houses, homes, listing, property, realtor, car, truck, refinance, loan, life insurance, policy`,
      with: `call me, message me, dm me, text me, contact me, thinking of selling/listing/buying, looking to buy/sell/refinance, i sell, let me help you`,
      reach: 70,
    },
    {
      words: `call, text, dm, message, pm, email, whatsapp, inbox, order, book`,
      with: `pressure washing, power washing, landscaping, lawn care, snow plowing service, house cleaning, handyman, remodeling, drywall, dj services, photography, catering, notary services, personal training, security services, detailing, tutoring, roof repair, junk removal, babysitting, tattoo, haircuts, real estate, challenge coins, t-shirts, hoodies, custom, homemade, handmade`,
      reach: 60,
      confidence: 0.7,
    },
  ],
  unless: `charity, proceeds, raffle, donate, donation, donations, benefit, benefits, benefiting, fundraiser, fundraising, special olympics, toys for tots, nonprofit, non-profit, arrested, arrest, charged, seized, suspect, suspects, fentanyl, heroin, cocaine, narcotics, drugs, scam, scams, scammers, scammer, fraud, stolen, detectives, gift cards, gift card, counterfeit, buyback, apply to be, k9 fund, warrant, red cross, relief, typhoon, flood, floods, victims, red nose, sospechoso, arrestado, estafa`,
}

/** A reduction in per cent: the words after the figure. */
export const reduction = `off, de descuento`
