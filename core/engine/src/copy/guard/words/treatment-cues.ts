/** What is said of treatments. */
export const treatmentCues = {
  lasting: ['(duy trì|giữ được|giữ|tồn tại|bền|hiệu quả kéo dài|kết quả kéo dài|lasts|last|lasting|stays)'],
  recovery: [
    '(sưng|đỏ|bong|tróc|nghỉ dưỡng|nghỉ|đóng mài|lành|hồi phục|nốt kim|bầm|swelling|redness|peeling|downtime|recover|recovery|heal|heals)',
  ],
  interval: ['(cách nhau|mỗi|cách|lặp lại|nhắc lại|làm lại|tái khám sau|apart|every|interval)'],
  result: [
    '(thấy|rõ|thấy rõ|kết quả|hiệu quả|lên màu|màu lên|màu|cải thiện|ổn định|results|result|visible|noticeable|improves)',
  ],
  numb: ['(ủ tê|tê|numbing)'],
  /** Treatments of other clinics: one that the records do not name is not offered. */
  elsewhere: [
    '(nâng mũi|cắt mí|nhấn mí|bấm mí|nâng ngực|hút mỡ|gọt hàm|gọt cằm|độn cằm|cấy mỡ|căng da mặt|căng chỉ|cấy chỉ|chỉ collagen|thu gọn cánh mũi|tạo hình|hạ gò má|treo cung mày|thẩm mỹ vùng kín|se khít vùng kín|tiêm tan mỡ|tan mỡ|tiêm trắng|truyền trắng|truyền vitamin|tế bào gốc|huyết tương|exosome|cấy tóc|trồng tóc|niềng răng|bọc răng|răng sứ|tẩy trắng răng|dán sứ|trồng răng|nối mi|uốn mi|làm nail|sơn móng|massage|gội đầu|làm tóc|nhuộm tóc|xông hơi|phun mí|phun nhũ hoa|xăm hình|xăm nghệ thuật|xỏ khuyên|tiêm mũi|filler mũi|filler mông|filler ngực|nâng mông|đặt túi|giảm cân|thuốc giảm cân|châm cứu|cấy phấn|phẫu thuật|mổ|dao kéo)',
    '(prp|thermage|ultherapy|ulthera|hydrafacial|coolsculpting|emsculpt|bbl|ipl|oxy jet|aqua peel|picosure|fotona|venus|morpheus|profhilo|rejuran|sculptra|juvederm|restylane|radiesse|dysport|botulax|nabota|xeomin|allergan|teosyal|neuramis|belotero|clarity|cynosure|lumenis|candela)',
    '(rhinoplasty|nose job|liposuction|breast augmentation|facelift surgery|eyelid surgery|double eyelid|hair transplant|braces|veneers|thread lift|stem cell|iv drip|whitening drip|fat transfer|eyelash|lash extension|manicure|massage|plastic surgery|surgery|tummy tuck|nose filler|stem cells|laser eye)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
