import type { Pack } from "../pack.ts";

export const id: Pack = {
  lang: "id",
  price: (amount) => `Rp${amount.toLocaleString("de-DE")}`,
  goods: [
    ["Kemeja linen pria", 289_000],
    ["Tas kanvas harian", 159_000],
    ["Botol minum stainless 600 ml", 135_000],
    ["Sepatu lari wanita", 459_000],
    ["Kopi Gayo bubuk 250 g", 78_000],
    ["Lilin aromaterapi kedelai", 95_000],
  ],
  digital: [
    ["Kursus online akuntansi dasar", 349_000],
    ["Paket preset foto (unduh digital)", 89_000],
  ],
  shipping: [
    {
      title: "Kebijakan Pengiriman",
      lines: [
        "Pesanan diproses 1-2 hari kerja dan tiba dalam 3-5 hari melalui JNE, J&T atau SiCepat.",
        "Ongkos kirim dihitung berdasarkan berat, mulai Rp10.000; gratis ongkir untuk belanja di atas Rp300.000.",
        "Kami mengirim ke seluruh Indonesia. Nomor resi dikirim lewat email.",
      ],
    },
    {
      title: "Pengiriman",
      lines: [
        ["Estimasi", "2-4 hari"],
        ["Biaya", "Rp15.000 untuk Jabodetabek, Rp30.000 untuk luar Jawa"],
        ["Kurir", "AnterAja, Pos Indonesia"],
      ],
    },
    {
      title: "Berapa lama pesanan saya sampai?",
      lines: [
        "Barang kami kirim di hari yang sama bila dibayar sebelum jam 14.00, lalu sampai dalam 1 sampai 3 hari. Ongkir Rp12.000 untuk semua kota.",
      ],
    },
  ],
  digitalDelivery: [
    {
      title: "Cara menerima produk",
      lines: ["Setelah pembayaran berhasil, tautan unduh langsung dikirim melalui email dan berlaku selama 30 hari."],
    },
  ],
  refund: [
    {
      title: "Kebijakan Pengembalian",
      lines: [
        "Barang dapat dikembalikan dalam 7 hari setelah diterima selama belum digunakan dan label masih terpasang.",
        "Ongkos kirim pengembalian ditanggung pembeli, kecuali barang cacat atau salah kirim.",
        "Dana dikembalikan ke rekening atau kartu dalam 5 hari kerja.",
      ],
    },
    {
      title: "Pembatalan & Refund",
      lines: [
        "Pesanan dapat dibatalkan sebelum dikirim dan dana kembali penuh.",
        "Jika barang rusak, hubungi kami maksimal 3 hari setelah diterima dengan bukti foto; biaya retur kami tanggung.",
      ],
    },
    {
      title: "Tukar barang",
      lines: [
        "Kami hanya menerima penukaran ukuran dalam 7 hari, tidak ada pengembalian dana. Barang harus dalam kondisi baru.",
      ],
    },
  ],
  notShipping: {
    returnCostOnly: {
      title: "Kebijakan pengiriman",
      lines: ["Ongkos kirim retur sebesar Rp15.000 ditanggung pembeli."],
    },
    placeholder: { title: "Pengiriman", lines: ["Halaman ini sedang disiapkan."] },
    empty: { title: "Kebijakan Pengiriman", lines: [] },
    unfilled: { title: "Pengiriman", lines: ["Pesanan tiba dalam {HARI} hari dengan ongkir {BIAYA}."] },
    slogan: { title: "Pengiriman", lines: ["Kami mengemas setiap pesanan dengan sepenuh hati dan aman."] },
  },
  notRefund: {
    placeholder: { title: "Kebijakan Pengembalian", lines: ["Segera hadir."] },
    empty: { title: "Retur", lines: [] },
    unfilled: { title: "Pengembalian", lines: ["Barang dapat dikembalikan dalam {{hari}} hari."] },
    mailOnly: { title: "Refund", lines: ["Untuk refund silakan email ke bantuan@example.id."] },
    lorem: { title: "Kebijakan Pengembalian", lines: ["Lorem ipsum dolor sit amet, consectetur adipiscing elit."] },
  },
  testNames: ["Produk tes", "TEST", "Produk contoh"],
  menu: {
    shop: "Produk",
    cart: "Keranjang",
    shipping: "Pengiriman",
    refund: "Pengembalian",
    terms: "Syarat dan Ketentuan",
    privacy: "Kebijakan Privasi",
    notice: "Artikel",
  },
  buttons: {
    cart: "Tambah ke Keranjang",
    buy: "Beli Sekarang",
    order: "Lanjut ke Checkout",
    pay: "Bayar Sekarang",
    soldOut: "Stok habis",
    ask: "Pesan via WhatsApp",
  },
  methods: {
    title: "Metode pembayaran",
    online: ["Kartu kredit", "GoPay", "QRIS"],
    offline: ["Bayar di tempat (COD)", "Transfer bank manual"],
  },
  checkout: { title: "Checkout", name: "Nama penerima", address: "Alamat", phone: "No. telepon" },
  soldOut: "Stok habis",
  quote: "Harga: hubungi kami",
  emptyList: "Belum ada produk di kategori ini.",
  article: [
    {
      byline: "Ditulis oleh Rani | 12 Maret 2024",
      title: "Cara mengembalikan barang belanja online",
      body: [
        "Artikel ini membahas hak konsumen saat belanja online. Sebagian besar toko memberi waktu 7 hari untuk retur.",
        "Ongkos kirim biasanya ditanggung pembeli dan dana kembali ke rekening dalam 5 hari. Simak tips berikut.",
      ],
    },
  ],
  provider: {
    title: "Syarat layanan pembayaran SkyPay",
    lines: [
      "SkyPay adalah penyelenggara jasa pembayaran berizin Bank Indonesia yang menerbitkan uang elektronik bagi pemegang kartu dan merchant.",
      "Merchant wajib menanggung biaya chargeback dan mengembalikan dana dalam 7 hari kerja setelah settlement.",
    ],
  },
  history: {
    title: "Riwayat pengembalian saya",
    head: ["Tanggal", "No. pesanan", "Produk", "Jumlah refund", "Status"],
    rows: [
      ["02/05/2024", "10023", "Kemeja (berubah pikiran)", "Rp289.000", "Dana telah dikembalikan"],
      ["18/06/2024", "10077", "Sepatu (cacat)", "Rp459.000", "Diproses dalam 5 hari"],
    ],
  },
  reviews: {
    title: "Ulasan pembeli",
    lines: [
      "Pengiriman cepat, 2 hari sampai, ongkir Rp10.000.",
      "Saya tukar ukuran dalam 5 hari dan dilayani dengan baik.",
    ],
  },
};
