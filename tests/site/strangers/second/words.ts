/** The words a shop system prints around a page in each language. None of them is a policy. */
export interface Words {
  login: string;
  join: string;
  mine: string;
  cart: string;
  search: string;
  buy: string;
  add: string;
  sold: string;
  price: string;
  qty: string;
  option: string;
  total: string;
  order: string;
  more: string;
  empty: string;
  cookie: string;
  agree: string;
  news: string;
  strip: string;
  skip: string;
  name: string;
  tel: string;
  mail: string;
  addr: string;
  goods: string;
  payBy: string;
  methods: string[];
  pay: string;
  review: string;
  sum: string;
}

const rows: Record<string, string> = {
  ko: "로그인|회원가입|마이페이지|장바구니|검색|바로 구매하기|장바구니 담기|품절|판매가|수량|옵션 선택|총 상품금액|주문하기|더보기|장바구니에 담긴 상품이 없습니다.|이 사이트는 이용자 경험 개선을 위해 쿠키를 씁니다. 자세한 내용은 개인정보처리방침에서 볼 수 있습니다.|동의|뉴스레터 구독|앱 설치하면 3,000원 쿠폰|본문 바로가기|받는 분|휴대전화|이메일|주소|상품정보|결제수단|신용카드,실시간 계좌이체,가상계좌,휴대폰|결제하기|상품후기|결제 예정 금액",
  en: "Log in|Create account|My account|Cart|Search|Buy it now|Add to cart|Sold out|Regular price|Quantity|Choose an option|Subtotal|Check out|View all|Your cart is empty|We use cookies to run this shop and, with your permission, to measure what is read. Change your choice at any time.|Accept|Sign up for our letter|Members get 10% off their first order|Skip to content|Full name|Phone|Email|Address|Item|Payment|Credit card,PayPal,Apple Pay|Pay now|Reviews|Order total",
  ja: "ログイン|新規会員登録|マイページ|カート|商品を検索|今すぐ購入する|カートに入れる|SOLD OUT|販売価格|数量|お選びください|小計|レジに進む|もっと見る|カートの中に商品はありません。|当店ではサイト改善のためCookieを利用しています。|同意する|メールマガジン登録|LINE登録で300円クーポン|本文へ|お名前|電話番号|メールアドレス|ご住所|商品名|お支払い方法|クレジットカード,コンビニ決済,PayPay,銀行振込|注文を確定する|レビュー|合計金額",
  vi: "Đăng nhập|Đăng ký|Tài khoản|Giỏ hàng|Tìm kiếm|Mua ngay|Thêm vào giỏ|Hết hàng|Giá bán|Số lượng|Chọn phân loại|Tạm tính|Tiến hành đặt hàng|Xem thêm|Giỏ hàng của bạn đang trống.|Trang này dùng cookie để ghi nhớ lựa chọn của bạn.|Đồng ý|Nhận tin khuyến mãi|Nhập mã CHAOBAN giảm 30k|Tới nội dung|Họ và tên|Số điện thoại|Email|Địa chỉ|Sản phẩm|Phương thức thanh toán|Thẻ ATM nội địa (VNPAY),Ví MoMo,Thẻ Visa/Mastercard,Thanh toán khi nhận hàng (COD)|Đặt hàng|Đánh giá|Tổng cộng",
  th: "เข้าสู่ระบบ|สมัครสมาชิก|บัญชีของฉัน|ตะกร้าสินค้า|ค้นหา|ซื้อทันที|เพิ่มลงตะกร้า|สินค้าหมด|ราคา|จำนวน|เลือกตัวเลือก|ยอดรวม|สั่งซื้อสินค้า|ดูทั้งหมด|ยังไม่มีสินค้าในตะกร้า|เราใช้คุกกี้เพื่อให้เว็บไซต์ทำงานได้ดีขึ้น|ยอมรับ|รับข่าวสารทางอีเมล|แอดไลน์รับส่วนลด 50 บาท|ข้ามไปยังเนื้อหา|ชื่อ-นามสกุล|เบอร์โทรศัพท์|อีเมล|ที่อยู่|สินค้า|วิธีชำระเงิน|บัตรเครดิต/เดบิต,พร้อมเพย์ (QR),TrueMoney Wallet|ยืนยันการสั่งซื้อ|รีวิว|ยอดชำระทั้งหมด",
  id: "Masuk|Daftar|Akun Saya|Keranjang|Cari|Beli Sekarang|Tambah ke Keranjang|Stok habis|Harga|Jumlah|Pilih varian|Subtotal|Lanjut ke Pembayaran|Lihat semua|Keranjang belanja Anda masih kosong|Kami memakai cookie agar situs ini berjalan dengan baik.|Setuju|Langganan info promo|Voucher 20rb untuk pembeli baru|Langsung ke isi|Nama lengkap|No. HP|Email|Alamat|Produk|Metode Pembayaran|Kartu Kredit,Virtual Account BCA/BNI/Mandiri,GoPay,OVO,QRIS|Bayar Sekarang|Ulasan|Total Tagihan",
  zh: "會員登入|註冊|會員中心|購物車|搜尋|立即購買|加入購物車|售完|售價|數量|請選擇規格|小計|前往結帳|看更多|你的購物車是空的|本網站使用 Cookie 改善瀏覽體驗，繼續瀏覽即表示同意。|我知道了|訂閱電子報|加入 LINE 好友領 $50 折價券|跳到主要內容|收件人姓名|手機號碼|電子信箱|地址|商品資料|付款方式|信用卡一次付清,LINE Pay,ATM 虛擬帳號,超商取貨付款|送出訂單|商品評價|訂單金額",
};

const order = [
  "login",
  "join",
  "mine",
  "cart",
  "search",
  "buy",
  "add",
  "sold",
  "price",
  "qty",
  "option",
  "total",
  "order",
  "more",
  "empty",
  "cookie",
  "agree",
  "news",
  "strip",
  "skip",
  "name",
  "tel",
  "mail",
  "addr",
  "goods",
  "payBy",
  "methods",
  "pay",
  "review",
  "sum",
] as const satisfies (keyof Words)[];

const wordsFrom = (row: string): Words => {
  const values = row.split("|");
  return Object.fromEntries(
    order.map((key, at) => [key, key === "methods" ? values[at]!.split(",") : values[at]!]),
  ) as unknown as Words;
};

export const words: Record<string, Words> = Object.fromEntries(
  Object.entries(rows).map(([lang, row]) => [lang, wordsFrom(row)]),
);
