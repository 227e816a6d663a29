import type { Pack } from "../pack.ts";

export const vi: Pack = {
  lang: "vi",
  price: (amount) => `${amount.toLocaleString("de-DE")}₫`,
  goods: [
    ["Áo sơ mi linen nam", 450_000],
    ["Túi tote vải bố", 189_000],
    ["Bình giữ nhiệt 500ml", 320_000],
    ["Giày chạy bộ nữ", 890_000],
    ["Cà phê rang xay Đắk Lắk 500g", 165_000],
    ["Nến thơm sáp đậu nành", 220_000],
    ["Chăn cotton hè", 590_000],
  ],
  digital: [
    ["Khóa học kế toán online", 690_000],
    ["Bộ preset chỉnh ảnh (tải về)", 150_000],
  ],
  shipping: [
    {
      title: "Chính sách vận chuyển",
      lines: [
        "Đơn hàng nội thành TP.HCM được giao trong 1-2 ngày, các tỉnh khác từ 3 đến 5 ngày.",
        "Phí giao hàng 30.000₫ toàn quốc, miễn phí cho đơn từ 500.000₫.",
        "Đơn vị vận chuyển: Giao Hàng Nhanh, Viettel Post.",
      ],
    },
    {
      title: "Giao hàng",
      lines: [
        ["Thời gian", "2 - 4 ngày làm việc"],
        ["Phí", "25.000đ đồng giá"],
        ["Khu vực", "Toàn quốc"],
      ],
    },
    {
      title: "Bao lâu tôi nhận được hàng?",
      lines: [
        "Shop gửi hàng trong vòng 24 giờ sau khi xác nhận. Thời gian vận chuyển khoảng 3 ngày, freeship cho mọi đơn.",
      ],
    },
    {
      title: "Vận chuyển quốc tế",
      lines: [
        "Chúng tôi gửi hàng ra nước ngoài qua EMS, thời gian từ 7 đến 14 ngày, cước phí tính theo cân nặng từ 350.000₫. Thuế nhập khẩu do người nhận chịu.",
      ],
    },
  ],
  digitalDelivery: [
    {
      title: "Cách nhận sản phẩm",
      lines: ["Ngay sau khi thanh toán, bạn sẽ nhận được email kèm đường dẫn tải về. Đường dẫn có hiệu lực 30 ngày."],
    },
  ],
  refund: [
    {
      title: "Chính sách đổi trả",
      lines: [
        "Quý khách được đổi hoặc trả hàng trong vòng 7 ngày kể từ ngày nhận, với điều kiện sản phẩm còn nguyên tem mác và chưa qua sử dụng.",
        "Phí vận chuyển đổi trả do khách hàng chịu, trừ trường hợp lỗi từ nhà sản xuất.",
        "Tiền sẽ được hoàn vào tài khoản ngân hàng trong 3-5 ngày làm việc.",
      ],
    },
    {
      title: "Hủy đơn và hoàn tiền",
      lines: [
        "Đơn hàng có thể hủy miễn phí trước khi giao cho đơn vị vận chuyển.",
        "Sau khi nhận hàng bị lỗi hoặc giao sai, vui lòng báo trong 3 ngày, shop hoàn lại 100% tiền qua thẻ đã thanh toán.",
      ],
    },
    {
      title: "Quy định đổi hàng",
      lines: ["Shop chỉ hỗ trợ đổi size trong 5 ngày, không hoàn tiền. Sản phẩm phải chưa giặt và còn hóa đơn."],
    },
  ],
  notShipping: {
    returnCostOnly: {
      title: "Chính sách vận chuyển",
      lines: ["Phí vận chuyển khi đổi trả hàng là 30.000₫ do khách chịu."],
    },
    placeholder: { title: "Chính sách giao hàng", lines: ["Nội dung đang cập nhật."] },
    empty: { title: "Vận chuyển", lines: [] },
    unfilled: { title: "Chính sách vận chuyển", lines: ["Thời gian giao hàng: {SO_NGAY} ngày. Phí ship: {PHI}."] },
    slogan: { title: "Giao hàng", lines: ["Chúng tôi luôn giao hàng nhanh chóng và tận tâm đến tay khách hàng."] },
  },
  notRefund: {
    placeholder: { title: "Chính sách hoàn tiền", lines: ["Đang cập nhật..."] },
    empty: { title: "Đổi trả hàng", lines: [] },
    unfilled: { title: "Chính sách đổi trả", lines: ["Khách hàng được đổi trả trong vòng {{so_ngay}} ngày."] },
    mailOnly: { title: "Hoàn tiền", lines: ["Mọi thắc mắc về hoàn tiền xin gửi về hotro@example.vn."] },
    lorem: { title: "Chính sách đổi trả", lines: ["Lorem ipsum dolor sit amet, consectetur adipiscing elit."] },
  },
  testNames: ["Sản phẩm test", "TEST 01", "Sản phẩm mẫu"],
  menu: {
    shop: "Sản phẩm",
    cart: "Giỏ hàng",
    shipping: "Vận chuyển",
    refund: "Đổi trả",
    terms: "Điều khoản sử dụng",
    privacy: "Chính sách bảo mật",
    notice: "Tin tức",
  },
  buttons: {
    cart: "Thêm vào giỏ hàng",
    buy: "Mua ngay",
    order: "Tiến hành đặt hàng",
    pay: "Thanh toán",
    soldOut: "Hết hàng",
    ask: "Liên hệ đặt hàng",
  },
  methods: {
    title: "Phương thức thanh toán",
    online: ["Thẻ tín dụng / ghi nợ", "Ví MoMo", "VNPAY-QR"],
    offline: ["Thanh toán khi nhận hàng (COD)", "Chuyển khoản ngân hàng"],
  },
  checkout: { title: "Thanh toán", name: "Họ và tên", address: "Địa chỉ", phone: "Số điện thoại" },
  soldOut: "Hết hàng",
  quote: "Giá: Liên hệ",
  emptyList: "Chưa có sản phẩm nào trong danh mục này.",
  article: [
    {
      byline: "Đăng bởi Thu Hà, 12/03/2024 · 350 lượt xem",
      title: "Mẹo đổi trả hàng online không mất phí",
      body: [
        "Người tiêu dùng thường gặp khó khi đổi trả hàng mua online. Bài viết này sẽ hướng dẫn bạn.",
        "Nhiều cửa hàng cho phép đổi trả trong 7 ngày nếu sản phẩm còn nguyên tem, và phí vận chuyển do khách chịu.",
        "Tiền hoàn về tài khoản sau 3-5 ngày.",
      ],
    },
  ],
  provider: {
    title: "Điều khoản dịch vụ ví điện tử SkyPay",
    lines: [
      "Dịch vụ trung gian thanh toán SkyPay cung cấp ví điện tử cho chủ thẻ và đơn vị chấp nhận thanh toán.",
      "Yêu cầu tra soát được xử lý trong 7 ngày làm việc; đơn vị chấp nhận thanh toán chịu phí hoàn tiền.",
      "Tổ chức phát hành thẻ sẽ hoàn tiền vào tài khoản sau khi quyết toán.",
    ],
  },
  history: {
    title: "Lịch sử hoàn tiền",
    head: ["Ngày", "Mã đơn", "Sản phẩm", "Số tiền hoàn", "Trạng thái"],
    rows: [
      ["02/05/2024", "DH10023", "Áo sơ mi (đổi ý)", "450.000₫", "Đã hoàn tiền"],
      ["18/06/2024", "DH10077", "Giày (lỗi)", "890.000₫", "Đang xử lý trong 3 ngày"],
    ],
  },
  reviews: {
    title: "Đánh giá sản phẩm",
    lines: [
      "Shop giao hàng rất nhanh, 2 ngày là nhận được, phí ship 20.000₫.",
      "Mình đổi size trong 5 ngày, shop hỗ trợ nhiệt tình.",
    ],
  },
};
