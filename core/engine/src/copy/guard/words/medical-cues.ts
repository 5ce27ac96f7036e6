/** Promises, diagnoses, medicines and false comfort. */
export const medicalCues = {
  vows: [
    '(cam kết|cam đoan|đảm bảo|bảo đảm|chắc chắn|đoan chắc|chắc nịch|cam đảm)',
    '(guarantee|guaranteed|guarantees|promise|promised|definitely|certainly|100 percent|for sure|absolutely)',
    'bao (hết|đẹp|hiệu quả|ưng|sạch|khỏi)',
  ],
  vowed: [
    '(hết|đẹp|khỏi|sạch|trắng|mờ|hiệu quả|kết quả|thành công|an toàn|ưng ý|hài lòng|như ý|tái phát|bay|trị|đều màu|hoàn tiền|đau|biến chứng|sẹo|căng|mịn|ốm|giảm|result|results|work|works|clear|free|gone|cure|cured|safe|satisfied|remove|removed|lose)',
  ],
  forever: [
    '(vĩnh viễn|trọn đời|suốt đời|cả đời|mãi mãi|forever|permanent|permanently|for life|lifelong|lifetime)',
    '(không|chẳng|hết) ..2 (mọc lại|tái phát|trở lại|quay lại|bị lại)',
    'never ..2 (come back|return|grow back|comes back)',
  ],
  complete: [
    '(hết|khỏi|sạch|xóa|biến mất|bay|dứt) ..3 (hoàn toàn|hẳn|tuyệt đối|triệt để|dứt điểm|luôn|vĩnh viễn|100)',
    '(hoàn toàn|tuyệt đối|triệt để) ..2 (hết|khỏi|sạch|an toàn|biến mất|không (đau|sẹo|rủi ro|tác dụng|biến chứng))',
    '(dứt điểm|trị tận gốc|tận gốc|tận rễ|không để lại sẹo|không để lại dấu vết|không để lại thâm)',
    '(chỉ)? ..1 (#|một|1) (buổi|lần|liệu trình) ..2 (là)? (hết|sạch|khỏi|bay|đẹp|trắng|mờ hẳn)',
    '(là|sẽ|chắc chắn) ..1 (hết|sạch|khỏi|bay) ..1 (nám|mụn|sẹo|thâm|tàn nhang|nhăn|lông|mỡ|nốt|ngay)',
    '(hết|sạch|khỏi) (nám|mụn|sẹo|thâm|tàn nhang|nhăn|lông|mỡ) (ngay|luôn|liền|sau|trong|hoàn toàn)',
    '(completely|totally|fully|entirely) (removed|clear|gone|cured|scar free|painless|disappear|remove|safe|risk free)',
    '(scar free|gone for good|cure|no more acne|no risk|zero risk|risk free|100 safe)',
    '(trẻ ra|trẻ lại) ..2 # tuổi',
    '(trắng lên|bật tone|giảm ngay|xuống) ..2 # (tone|tông|ký|kg|cm|size)',
  ],
  moneyBack: [
    '(không ..4 (hoàn tiền|trả lại tiền|hoàn phí))',
    '(money back|full refund|refund if|hoàn tiền 100|hoàn tiền nếu)',
  ],
  refusesVow: [
    '(không|chưa|chẳng|ai) ..3 (dám|thể|có thể)? ..2 (cam kết|cam đoan|đảm bảo|bảo đảm|chắc chắn|hứa)',
    "(can't|cannot|not|no one can|nobody can|can not|don't|never) ..2 (guarantee|promise)",
  ],
  /** Says of the customer that they have something. */
  has: [
    '(da|mặt|môi|chị|anh|mình|bạn|em|nốt|vùng này|chỗ này|tình trạng|này|đó|đây|mắt|vết|hình) ..3 (bị|đang bị|là bị|mắc|là do|do|thuộc|có dấu hiệu|thuộc dạng|chắc là|đúng là|chính là|là)',
    '(nốt|vết|u|khối|cục|mụn|đốm) ..1 (này|đó|đấy|kia|của) ..2',
    '(you have|you ve got|you are suffering|this is|it is|it s|that is|looks like|that s|your skin is|you re having|sounds like)',
  ],
  illness: [
    '(viêm da|viêm da cơ địa|viêm nang lông|viêm nang|viêm mô|chàm|eczema|rosacea|trứng cá đỏ|vảy nến|zona|herpes|nấm|nấm da|lang ben|ghẻ|mề đay|mày đay|bạch biến)',
    '(dị ứng|kích ứng|nhiễm trùng|nhiễm khuẩn|hoại tử|tắc mạch|áp xe|phản vệ|biến chứng|sốc thuốc|nhiễm virus|bội nhiễm|phù nề|tụ máu)',
    '(ung thư|u ác|ác tính|lành tính|u mềm|u lành|tiền ung thư|melanoma|hắc tố)',
    '(nám|mụn|sẹo|da) (nội tiết|chân sâu|mảng|hỗn hợp|độ #|cấp độ #|bọc nặng|viêm nặng|nang|lồi|dầu nhạy cảm|nhiễm corticoid|nhiễm độc|nhiễm steroid|mỏng yếu|tổn thương)',
    '(rối loạn nội tiết|suy giảm|thiếu máu|tiểu đường|suy gan|nóng gan|gan yếu|buồng trứng|đa nang|lupus|tự miễn|suy giáp)',
    '(allergy|allergic|infection|infected|eczema|rosacea|dermatitis|psoriasis|hormonal|melasma|cancer|benign|malignant|necrosis|abscess|fungal|cystic acne|folliculitis|vascular)',
  ],
  examines: [
    '(bác sĩ|doctor) ..8 (khám|soi|xem|kiểm tra|đánh giá|kết luận|chẩn đoán|examine|check|see|look)',
    '(chẩn đoán qua|kết luận được)',
  ],
  drug: [
    '(corticoid|cortisol|cortibion|steroid|hydrocortisone|dexamethasone|prednisolone|medrol|tretinoin|isotretinoin|acnotin|accutane|adapalene|differin|retinol|retinoid|hydroquinone|azelaic|benzoyl|clindamycin|erythromycin|doxycycline|minocycline|amoxicillin|augmentin|cephalexin|metronidazole|paracetamol|panadol|efferalgan|ibuprofen|aspirin|alphachoa|alpha choay|cetirizine|loratadine|telfast|spironolactone|transamin|tranexamic|glutathione|biotin|vitamin|collagen|kẽm|zinc|dicaine|lidocaine|emla|fucidin|bactroban|silkron|gentrisone|acyclovir|nizoral|antibiotic|antibiotics|painkiller|painkillers|antihistamine|medicine|medication|medications|pill|pills)',
    '(kháng sinh|kháng viêm|giảm đau|chống dị ứng|thuốc|thuốc bôi|thuốc uống|thuốc tê|thuốc chống đông|thuốc tránh thai|kem trộn|mỡ tra|thuốc mỡ|viên)',
  ],
  takes: [
    '(uống|bôi|thoa|dùng|xài|sử dụng|tiêm|chấm|mua|xịt|ngậm|đắp|tra|nhỏ|ngưng|ngừng|dừng|bỏ|tăng liều|giảm liều|kê|tự dùng)',
    '(take|takes|use|apply|taking|swallow|put on|stop|buy|rub|inject)',
  ],
  /** What is taken already, or what a doctor prescribes, is no advice. */
  taking: [
    '(đang|đã|từng|có|mới|còn|vừa) ..2 (uống|dùng|bôi|thoa|sử dụng|xài|ngưng|ngừng|tiêm)',
    '(theo đơn|theo toa|theo chỉ định|bác sĩ ..3 (kê|chỉ định|cho|tư vấn|hướng dẫn|quyết định)|kê đơn|tự ý|prescribe|prescribed|prescription|are you taking|you are taking|if you)',
    '(dị ứng|allergic) ..3 (với|to)',
  ],
  permits: [
    '(vẫn|đều|thì|là)? ..2 (được|làm được|tiêm được|ok|bình thường|thoải mái|an toàn|không sao|không ảnh hưởng|vô tư|yên tâm|cho phép|phù hợp)',
    '(can|may|safe|fine|ok|okay|allowed|suitable|no problem)',
    '(không|chẳng) (sao|ảnh hưởng|hại|cần lo|vấn đề)',
  ],
  condition: [
    '(bầu|mang thai|có thai|thai|cho con bú|bú mẹ|sau sinh|mới sinh|pregnant|pregnancy|breastfeeding|nursing)',
    '(bệnh tim|tim mạch|bị tim|máy tạo nhịp|huyết áp|tiểu đường|đông máu|chống đông|máu khó đông|tự miễn|nhược cơ|động kinh|ung thư|lupus|pacemaker|diabetes|heart|blood thinners|epilepsy|autoimmune)',
    '(isotretinoin|acnotin|accutane|sẹo lồi|cháy nắng|vết thương hở|herpes|da đang viêm|đang viêm|nhiễm trùng|dị ứng thuốc|dị ứng|keloid|sunburn|allergic|allergy)',
  ],
  pregnancy: ['(bầu|mang thai|có thai|thai|cho con bú|bú mẹ|pregnant|pregnancy|breastfeeding|nursing)'],
  symptom: [
    '(sưng|mủ|chảy mủ|mưng mủ|sốt|phồng rộp|rộp|bỏng|phỏng|tím|trắng bệch|thâm đen|nhìn mờ|mờ mắt|khó thở|chảy máu|đau nhức|đau dữ dội|đau tăng|đau nhiều|tê|sụp mí|méo|lệch|nổi mẩn|mẩn đỏ|mề đay|ngứa|loét|chảy dịch|cứng|vón cục|bầm|hoại tử|nóng đỏ|ngất|chóng mặt|khó nuốt)',
    '(swelling|swollen|pus|fever|blister|blisters|blurred|blurry|vision|bleeding|bruise|bruising|numb|drooping|rash|itching|hives|pain|breathing|white skin|purple|dizzy)',
  ],
  grave: [
    '(mủ|sốt|phồng rộp|rộp|bỏng|phỏng|tím|trắng bệch|thâm đen|nhìn mờ|mờ mắt|khó thở|chảy máu|đau dữ dội|đau tăng|đau nhiều|sụp mí|méo|lệch|mề đay|loét|chảy dịch|hoại tử|ngất|khó nuốt|tê mất)',
    '(pus|fever|blister|blisters|blurred|blurry|vision|bleeding|drooping|hives|breathing|purple|necrosis|severe)',
  ],
  comforts: [
    '(bình thường|không sao|không có gì|đừng lo|yên tâm|khỏi lo|không cần lo|không đáng lo|chuyện nhỏ|tự hết|tự khỏi|vô tư|an tâm|kệ|cứ để|lo gì|không nguy hiểm|không vấn đề)',
    '(không cần|khỏi|chưa cần) ..3 (khám|gặp bác sĩ|đi viện|cấp cứu|tái khám|lo)',
    "(normal|nothing to worry|don't worry|do not worry|no need to worry|fine|harmless|go away|no big deal|no need to see)",
    '(vài|mấy|#) (hôm|ngày|bữa|tuần) ..3 (hết|khỏi|ổn|xẹp|đỡ|lặn)',
  ],
  careful: [
    '(nhắn em ngay|gọi ngay|báo em ngay|đến khám ngay|bác sĩ xem|gặp bác sĩ|gọi|liên hệ|cấp cứu|đi khám|bác sĩ khám|tái khám|thăm khám|call|see a doctor|contact us|let us know|tell us|doctor)',
    '(thường gặp|common)',
  ],
  riskFree: [
    '(không|chẳng|hoàn toàn không|tuyệt đối không) ..2 (rủi ro|biến chứng|tác dụng phụ|nguy hiểm|ảnh hưởng gì|hại gì|gây hại)',
    '(an toàn) (tuyệt đối|100|hoàn toàn|cho mọi|với mọi)',
    '(no|without|zero) (risk|risks|side effects|complications|danger)',
    '(completely|totally|perfectly|absolutely|100) safe',
  ],
  painless: [
    '(không|chẳng|hết|0|hoàn toàn không) (hề|bị|thấy|có)? (đau|nhức|rát|cảm giác)',
    '(painless|pain free|no pain|without pain|not hurt|does not hurt|won t hurt|doesn t hurt)',
  ],
  numbing: ['(ủ tê|bôi tê|gây tê|thuốc tê|kem tê|numbing|anesthetic|anaesthetic|numb cream)'],
  asleep: ['(gây mê|tiền mê|general anesthesia|sedation)'],
  noDowntime: [
    '(không|chẳng|khỏi) ..2 (bong|sưng|đỏ|bầm|nghỉ dưỡng|cần nghỉ|đóng mài|tróc|nghỉ)',
    '(no|without|zero) (downtime|peeling|swelling|redness|recovery)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
