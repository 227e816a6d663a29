/** The words that stand around a page in each language: menus, foot links, a cookie banner, a coupon strip. None is a policy. */
export interface Chrome {
  menu: string[];
  foot: string[];
  cookie: string;
  strip: string;
  search: string;
  login: string;
  cart: string;
  empty: string;
  pay: string;
  news: string;
}

export const chrome: Record<string, Chrome> = {
  ko: {
    menu: ["신상품", "BEST", "아우터", "상의", "하의", "생활용품", "리뷰", "공지사항", "이벤트"],
    foot: ["회사소개", "이용약관", "개인정보처리방침", "이용안내", "배송안내", "교환/반품 안내", "제휴문의"],
    cookie: "더 나은 서비스를 위해 쿠키를 사용합니다. 계속 이용하시면 쿠키 사용에 동의하신 것으로 봅니다.",
    strip: "신규회원 3,000원 쿠폰 · 5만원 이상 무료배송",
    search: "검색어를 입력하세요",
    login: "로그인",
    cart: "장바구니",
    empty: "장바구니가 비어 있습니다.",
    pay: "주문하기",
    news: "소식 받기",
  },
  en: {
    menu: ["New in", "Best sellers", "Kitchen", "Bath", "Living", "Sale", "Journal", "About", "Contact"],
    foot: ["Search", "Shipping", "Returns & refunds", "Privacy policy", "Terms of service", "FAQ", "Careers"],
    cookie:
      "We use cookies to personalise content and to analyse our traffic. You can withdraw your consent at any time.",
    strip: "Free shipping on orders over $75",
    search: "Search our store",
    login: "Log in",
    cart: "Cart",
    empty: "Your cart is empty",
    pay: "Check out",
    news: "Subscribe to our emails",
  },
  ja: {
    menu: ["新着商品", "ランキング", "食器", "茶葉", "ギフト", "セール", "読みもの", "店舗案内"],
    foot: [
      "会社概要",
      "特定商取引法に基づく表記",
      "プライバシーポリシー",
      "送料・配送について",
      "返品・交換について",
      "お問い合わせ",
    ],
    cookie: "当サイトではサービス向上のためCookieを使用しています。",
    strip: "5,500円以上のお買い上げで送料無料",
    search: "商品を検索",
    login: "ログイン",
    cart: "カート",
    empty: "カートに商品が入っていません。",
    pay: "ご購入手続きへ",
    news: "メルマガ登録",
  },
  vi: {
    menu: ["Trang chủ", "Sản phẩm", "Khuyến mãi", "Quà tặng", "Tin tức", "Hệ thống cửa hàng", "Liên hệ"],
    foot: [
      "Giới thiệu",
      "Chính sách bảo mật",
      "Chính sách vận chuyển",
      "Chính sách đổi trả",
      "Điều khoản dịch vụ",
      "Tuyển dụng",
    ],
    cookie: "Website sử dụng cookie để nâng cao trải nghiệm của bạn.",
    strip: "Freeship đơn từ 500k · Đổi trả dễ dàng",
    search: "Tìm kiếm sản phẩm",
    login: "Đăng nhập",
    cart: "Giỏ hàng",
    empty: "Chưa có sản phẩm trong giỏ hàng.",
    pay: "Thanh toán",
    news: "Đăng ký nhận tin",
  },
  th: {
    menu: ["หน้าแรก", "สินค้าทั้งหมด", "สินค้าใหม่", "โปรโมชั่น", "บทความ", "วิธีการสั่งซื้อ", "ติดต่อเรา"],
    foot: ["เกี่ยวกับเรา", "นโยบายความเป็นส่วนตัว", "การจัดส่งสินค้า", "การคืนสินค้า", "ข้อกำหนดและเงื่อนไข", "ร่วมงานกับเรา"],
    cookie: "เว็บไซต์นี้ใช้คุกกี้เพื่อเพิ่มประสิทธิภาพการใช้งาน",
    strip: "ส่งฟรีเมื่อซื้อครบ 800 บาท",
    search: "ค้นหาสินค้า",
    login: "เข้าสู่ระบบ",
    cart: "ตะกร้าสินค้า",
    empty: "ไม่มีสินค้าในตะกร้า",
    pay: "ชำระเงิน",
    news: "รับข่าวสาร",
  },
  id: {
    menu: ["Beranda", "Produk", "Promo", "Batik", "Aksesoris", "Artikel", "Lokasi Toko", "Kontak"],
    foot: ["Tentang Kami", "Kebijakan Privasi", "Pengiriman", "Pengembalian Barang", "Syarat & Ketentuan", "Karier"],
    cookie: "Situs ini menggunakan cookie untuk meningkatkan pengalaman Anda.",
    strip: "Gratis ongkir min. belanja Rp250.000",
    search: "Cari produk",
    login: "Masuk",
    cart: "Keranjang",
    empty: "Keranjang belanja kosong",
    pay: "Lanjut ke Pembayaran",
    news: "Berlangganan newsletter",
  },
  zh: {
    menu: ["新品上市", "熱銷排行", "茶葉", "茶具", "禮盒", "品牌故事", "門市據點", "最新消息"],
    foot: ["關於我們", "隱私權政策", "運送說明", "退換貨說明", "服務條款", "人才招募"],
    cookie: "本網站使用 Cookie 以提供更好的瀏覽體驗。",
    strip: "全館滿千免運 · 加入會員現折百元",
    search: "搜尋商品",
    login: "會員登入",
    cart: "購物車",
    empty: "購物車內沒有商品",
    pay: "前往結帳",
    news: "訂閱電子報",
  },
};
