import type { Pack } from "../pack.ts";

export const en: Pack = {
  lang: "en",
  price: (amount) => `$${(amount / 100).toFixed(2)}`,
  goods: [
    ["Merino crew sweater", 8_900],
    ["Walnut serving board", 4_850],
    ["Ceramic pour-over set", 6_200],
    ["Trail running vest", 11_900],
    ["Linen duvet cover", 15_400],
    ["Beeswax candle trio", 3_200],
    ["Canvas weekender", 12_800],
    ["Enamel camp mug", 1_900],
  ],
  digital: [
    ["Intro to bookkeeping, online course", 7_900],
    ["Icon pack, 500 SVG downloads", 2_900],
    ["Photo preset bundle (digital download)", 3_500],
  ],
  shipping: [
    {
      title: "Shipping & Delivery",
      lines: [
        "Orders placed before 2pm leave our warehouse the same day. Standard delivery takes 3–5 business days and costs $5.95, or is free on orders over $75.",
        "Express (DHL, 1–2 business days) is $14.",
        "We ship to the United States, Canada and the EU. Customs duties are paid by the recipient.",
      ],
    },
    {
      title: "Delivery information",
      lines: [
        ["Processing time", "1-2 business days"],
        ["Delivery time", "4 to 8 days"],
        ["Cost", "$8 flat rate worldwide"],
        ["Carrier", "Korea Post EMS with tracking"],
      ],
    },
    {
      title: "How long will my order take to arrive?",
      lines: [
        "Most parcels reach UK addresses within 48 hours of dispatch. Postage is £3.50; orders above £40 go free. Highlands and islands may need two more days.",
      ],
    },
    {
      title: "Shipping",
      lines: [
        "Domestic orders: free shipping, delivered in 2-4 days by USPS.",
        "International orders: shipping is calculated at checkout and takes 7 to 14 days.",
      ],
    },
  ],
  digitalDelivery: [
    {
      title: "How you receive your purchase",
      lines: [
        "Right after payment you get an e-mail with a download link. The link stays active for 30 days.",
        "Nothing is posted to you.",
      ],
    },
    {
      title: "Access",
      lines: ["Your course unlocks immediately after purchase. Log in to your library to get access for 12 months."],
    },
  ],
  refund: [
    {
      title: "Returns & Refunds",
      lines: [
        "Not in love with it? Send it back within 30 days of delivery, unworn and with its tags on.",
        "Return postage is on you unless the item is faulty.",
        "Once we have it back, your refund goes to the original payment method within 5 business days. Gift cards and underwear cannot be returned.",
      ],
    },
    {
      title: "Cancellation and refund policy",
      lines: [
        "You can cancel an order free of charge until it has been dispatched.",
        "We accept returns for 14 days after receipt. Items must be unused and in their original packaging; the buyer covers the cost of sending them back.",
      ],
    },
    {
      title: "Exchanges",
      lines: [
        "We do not offer refunds, but unworn items may be exchanged for another size within 10 days. The customer pays return shipping.",
      ],
    },
    {
      title: "What if I change my mind?",
      lines: [
        "Contact us within 7 days and we will send a return label. A full refund is issued to your card as soon as the parcel is scanned. Made-to-order pieces are final sale.",
      ],
    },
  ],
  notShipping: {
    returnCostOnly: { title: "Shipping policy", lines: ["Return shipping costs $6 and is deducted from your refund."] },
    placeholder: { title: "Shipping Policy", lines: ["Coming soon."] },
    empty: { title: "Shipping & Delivery", lines: [] },
    unfilled: {
      title: "Shipping policy",
      lines: [
        "Orders are delivered within [insert number] days and shipping costs {{ shipping_fee }}.",
        "[Company Name] ships from {{ city }}.",
      ],
    },
    lorem: {
      title: "Delivery information",
      lines: [
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam.",
      ],
    },
    slogan: { title: "Fast shipping", lines: ["We care about every parcel and pack it with love."] },
    sample: { title: "Shipping", lines: ["This is a sample page. Add your own text here by clicking Edit."] },
  },
  notRefund: {
    placeholder: { title: "Refund policy", lines: ["Enter your refund policy here."] },
    empty: { title: "Returns", lines: [] },
    unfilled: {
      title: "Refund Policy",
      lines: [
        "You may return items within {{ days }} days. Refunds are issued within XX business days to [payment method].",
      ],
    },
    mailOnly: { title: "Refunds", lines: ["For refunds please email support@example.com."] },
    lorem: {
      title: "Return policy",
      lines: ["Lorem ipsum dolor sit amet, consectetur adipiscing elit. Duis aute irure dolor in reprehenderit."],
    },
    comingSoon: { title: "Returns & exchanges", lines: ["This page is under construction. Please check back soon."] },
    neverEver: { title: "Refund policy", lines: ["All sales are final. No refunds, no exchanges, no exceptions."] },
  },
  testNames: ["Test product", "TEST 123", "Example product title", "Dummy item"],
  menu: {
    shop: "Shop",
    cart: "Cart",
    shipping: "Shipping",
    refund: "Returns",
    terms: "Terms of service",
    privacy: "Privacy policy",
    notice: "Journal",
  },
  buttons: {
    cart: "Add to cart",
    buy: "Buy it now",
    order: "Checkout",
    pay: "Pay now",
    soldOut: "Sold out",
    ask: "Contact us to order",
  },
  methods: {
    title: "Payment",
    online: ["Credit card", "PayPal", "Apple Pay"],
    offline: ["Direct bank transfer", "Cash on delivery"],
  },
  checkout: { title: "Checkout", name: "Full name", address: "Address", phone: "Phone" },
  soldOut: "Sold out",
  quote: "Price on request",
  emptyList: "No products were found matching your selection.",
  article: [
    {
      byline: "By Dana Whitfield · March 4, 2024 · 6 min read",
      title: "Why your return policy is costing you customers",
      body: [
        "Most retailers treat returns as an afterthought. In this article we look at what shoppers expect.",
        "According to one survey, consumers want at least 30 days to return an item and they expect the store to pay for return shipping.",
        "Many online stores now issue a refund to the original payment method within 3 days of receiving unused goods.",
      ],
    },
    {
      byline: "Posted on 12 June 2023 in Travel",
      title: "My parcel's long journey",
      body: [
        "I ordered a jacket in May and it took 9 days to arrive by DHL. Shipping was $12 and I paid customs duties in Canada too.",
        "Some shops deliver within 2 days, others never tell you.",
      ],
    },
  ],
  provider: {
    title: "PayBridge Payment Services Terms",
    lines: [
      "These terms govern your use of the payment services provided by PayBridge, an electronic money institution. A merchant that accepts payments through us must settle chargebacks within 7 days.",
      "If a cardholder disputes an authorised transaction, the acquirer may reverse the settlement and a refund is issued to the original payment method within 5 business days.",
      "Merchants bear the cost of refunds and chargebacks. Payouts are made weekly.",
    ],
  },
  history: {
    title: "My returns and refunds",
    head: ["Date", "Order #", "Item", "Amount", "Status"],
    rows: [
      ["2024-05-02", "10023", "Merino crew sweater (changed my mind)", "$89.00", "Refunded to original payment method"],
      ["2024-06-18", "10077", "Canvas weekender (damaged)", "$128.00", "Processing, within 5 days"],
    ],
  },
  reviews: {
    title: "Customer reviews",
    lines: [
      "Arrived within 2 days, shipping was free. Love it!",
      "I returned mine after 10 days and got a full refund, great service. I paid for return shipping though.",
    ],
  },
};
