/**
 * Signs after a procedure that a doctor must see. Only words for recognising them stand here: what is said to the customer
 * comes from the clinic.
 */

/** Alarming whenever they happen. */
export const alarming: readonly string[] = [
  'tim ..1 đập (nhanh|mạnh|loạn|dồn dập) ..1',
  '(mắt|mí|mí mắt) ..2 (mở không lên|mở không ra|không mở được|mở không được|mở không nổi|nhắm không được|nhắm không kín|không nhắm được)',
  '(tự nhiên|đột nhiên|đột ngột|bỗng|hôm nay|sáng nay|từ hôm) ..3 (sụp|sụt|xệ) (mí|mi|mắt) ..1',
  '(mí|mi|mắt) ..2 (sụp|sụt) (xuống)? (rồi|hẳn|luôn)',
  '(nhìn|thấy) ..3 (một|1) ..1 (thành|ra) (hai|2)',
  '(sưng) ..2 (ngày càng|càng lúc càng|càng ngày càng|mỗi lúc một) ..2',
  '(sưng) (to dần|lan|vù|húp|tím|tái|đen|không mở được mắt|không mở mắt được) ..2',
  '(đau|nhức|rát|buốt) ..2 (không chịu nổi|chịu không nổi|dữ dội|kinh khủng|khủng khiếp|muốn ngất|muốn chết) ..1',
  '(tức ngực|đau ngực|tim đập nhanh|vã mồ hôi|hồi hộp khó thở|nói đớ|nói ngọng|khó nuốt|sưng lưỡi|lưỡi sưng|sưng họng|mất ý thức|bất tỉnh|tụt huyết áp)',
  '(phồng rộp|bỏng rộp|phỏng rộp|phỏng nước|rộp nước|bọng nước|bóng nước|bong nước)',
  '(mề đay|mày đay|nổi mẩn) (khắp|toàn thân|cả người|đầy người|khắp người) ..2',
  '(không mở|mở không|không nhắm|nhắm không) ..2 (mắt|nổi) ..1',
  '(miệng|môi|nụ cười|cười) ..3 (méo|lệch|xệ|xéo) ..2',
  '(nửa mặt|một bên mặt) ..2 (tê|liệt|xệ|không cử động|cứng đơ|đơ) ..2',
  '(swollen|swelling) ..3 (worse|throat|tongue|shut|spreading)',
  "(can not|cannot|can't|cant|could not) (see|breathe|open my eye|swallow) ..2",
  '(double vision|chest pain|dizzy|unconscious|anaphylaxis|facial droop|droopy|turning (white|purple|black|blue))',
  '(khó|không|hụt|nghẹt|ngộp|ngạt) thở ..1 (được|nổi)?',
  'nuốt ..2 (nghẹn|nghẹt|sặc|không được|không nổi|khó) ..1',
  '(hụt hơi|đuối hơi|thở dốc|thở gấp|thở hổn hển|thở khò khè|khò khè) ..1',
  'thở (không|khó) ..2',
  '(ngất|xỉu|ngất xỉu|co giật|lịm|choáng váng|hôn mê)',
  '(mờ mắt|nhìn mờ|mắt mờ|nhòe mắt|mắt nhòe|mất thị lực|mù mắt|bị mù|nhìn đôi|song thị|tối sầm)',
  '(nhìn|mắt) ..2 (không thấy|không rõ|mờ|nhòe)',
  '(méo|lệch|xệ) (miệng|mồm|mép|một bên miệng|một bên mặt)',
  '(méo|lệch) mặt',
  '(miệng|mồm) ..1 (méo|lệch)',
  '(hoại tử|áp xe|nhiễm trùng|sốc phản vệ|phản vệ|liệt mặt|tê liệt)',
  '(trắng bệch|trắng bợt|trắng nhợt|trắng toát|tím tái|tím đen|tím ngắt|tím thẫm|đen thui)',
  '(da|môi|chỗ tiêm|vùng tiêm|mũi|cằm|má) ..3 (chuyển|đổi|thành) ..2 (trắng|tím|đen)',
  "(can't breathe|cannot breathe|hard to breathe|difficulty breathing|short of breath|trouble breathing|shortness of breath)",
  '(blurry|blurred|vision ..2 (blurry|loss|changed)|cannot see|fainted|passed out|drooping|crooked mouth|necrosis)',
];

/** Alarming when something was done to the customer before. */
export const alarmingAfterProcedure: readonly string[] = [
  '(môi|da|mặt|mũi|cằm|má|trán|mí|chỗ tiêm|vùng tiêm) ..2 tím ..1',
  '(đau|nhức|rát|buốt) ..1 (dữ|dữ lắm|quá trời|quá chừng|ghê gớm|điên) ..1',
  '(lạnh ngắt|lạnh toát|mất cảm giác|tê dại)',
  '(đau|nhức|đau nhức) ..8 (không|chẳng|chưa) (ngủ|chịu|ăn|nói|mở miệng) (nổi|được)',
  '(sụp|sụt|xụp|xệ) (mí|mi|mắt) ..1',
  '(mí|mi|mắt) ..2 (sụp|sụt|xệ) ..1',
  '(choáng|chóng mặt|hoa mắt|buồn nôn|nôn|ói|lạnh run|run người|khó chịu trong người) ..1',
  '(người|toàn thân|khắp người|da) ..2 (nổi mẩn|nổi mề đay|nổi ngứa|nổi đỏ|phát ban) ..2',
  '(nổi) ..1 (mẩn|mề đay|ngứa|đỏ|ban) ..2 (khắp|toàn thân|cả người|đầy người|hết người|hết mặt) ..1',
  '(thâm đen|đen sì|đen lại|bầm đen) ..1',
  '(sốt|nóng sốt|phát sốt|ớn lạnh|rét run) ..2',
  '(mủ|mưng mủ|lên mủ|có mủ|chảy dịch|rỉ dịch|chảy nước|mùi hôi|hôi) ..2',
  '(đỏ|nóng|cứng|tím|bầm|đau|sưng) ..1 (lan|lan rộng|lan ra|ngày càng|nhiều hơn|dữ hơn|tăng lên|không giảm|không bớt) ..2',
  '(da|vùng|chỗ) ..3 (hoại tử|chết|đóng vảy đen|cháy|lở|loét|trợt|tím ngắt|lạnh ngắt|trắng bệch|tím|trắng toát|thâm đen) ..2',
  '(nổi) ..2 (mụn nước|mề đay|mày đay|mẩn|bóng nước|bọng nước|phát ban) ..2',
  '(sưng) ..2 (như|tới mức|đến mức|đến nỗi|muốn) ..3',
  '(chảy máu|ra máu|máu) ..2 (không cầm|không ngừng|hoài|nhiều|mãi) ..2',
  '(mặt|môi|mắt|má|cằm|chỗ tiêm) ..2 sưng ..2 (vù|húp|to|tấy|dữ|quá|khủng|tím|nóng|như) ..2',
  '(mưng|chảy|ra|có|tụ|nung|đầy|làm) mủ',
  'mủ (vàng|xanh|trắng|chảy|nhiều)',
  'sốt (cao|nhẹ|nóng|li bì|mấy|# độ)? ..1',
  '(phồng|rộp|phỏng|bóng|bọng|bỏng) (rộp|nước|da|lên)',
  '(bị|da) ..1 (bỏng|phỏng|rộp)',
  '(nổi)? (mụn nước|mề đay|mày đay|mẩn đỏ khắp|phát ban)',
  '(đau|nhức|đau nhức|rát|buốt) ..2 (dữ dội|kinh khủng|không chịu nổi|chịu không nổi|chịu không được|không ngủ được|khủng khiếp|tăng dần|ngày càng)',
  '(đau nhức|nhức) ..1 (quá|lắm|nhiều|suốt|cả đêm)',
  '(đau|nhức) ..1 (hơn|nhiều hơn|tăng) ..2',
  '(sưng) ..2 (to|vù|húp|tấy|nhiều hơn|to hơn|tăng|càng|nóng|cứng|tím|đau|không xẹp|cục|một bên|mủ|dữ|quá|khủng)',
  '(càng|ngày càng|mỗi lúc) ..2 sưng ..2',
  '(chảy máu|ra máu) ..2 (hoài|không|nhiều|suốt|cầm)',
  '(lở loét|loét|chảy dịch|rỉ dịch|chảy nước vàng|cháy da|da cháy)',
  '(tím|trắng|đen) ..1 (một bên|một mảng|từng mảng|cả mảng|hết|lại|lên|dần|lan)',
  '(mảng|vệt|vết) (tím|trắng|đen)',
  '(lạnh|tê) ..2 (mất cảm giác|không cảm giác|cả mặt|nửa mặt)',
  '(fever|pus|blister|blisters|hives|infection|infected|burned|burnt|severe pain|a lot of pain|extreme pain|so much pain)',
  '(swelling|swollen) ..4 (worse|bad|badly|more|lot|getting|very|huge|badly)',
  '(skin|lip|lips|nose) ..3 (white|purple|black|blue)',
];

/** Something was or is to be done: without it, pus is acne and fever a cold. */
export const procedure: readonly string[] = [
  '@named',
  '(tiêm|chích|bắn|peel|laser|lăn kim|phun|xăm|triệt|cấy|nặn|hút|đốt|xóa|nâng|filler|botox) ..',
];

/** It was done. */
export const afterProcedure: readonly string[] = [
  '<do> (xong|về|hôm|bữa|ở|bên|rồi) ..1',
  '<do> được (#|mấy|hơn|gần|nửa|một|hai|ba) ..1',
  '(mới|vừa|đã|lỡ) <do>',
  '(sau|từ) (khi|hôm|lúc|bữa|ngày)? (<do>|@named|ủ tê|bôi tê|gây tê)',
  '(chỗ|vùng|vết|nốt) (<do>|đó)',
  '(hôm|bữa|lần|tuần|ngày) ..3 (<do>|@named)',
  '(<do>|@named) ..4 (hôm qua|hôm kia|hôm trước|bữa trước|tuần trước|sáng nay|hôm nay|hôm bữa|@when)',
  '(ủ tê|bôi tê|gây tê|thuốc tê)',
  '(after|since) ..4',
  '(got|had|have had|been) ..2 (injected|injection|injections|treated|treatment|lasered|laser|filler|botox|peel|it done)',
  '(injection|injected|treated) ..1 (site|area|spot)',
];

/** What makes a sign a worry about what might be. */
export const supposing: readonly string[] = [
  '(sợ|lo) (là|bị|rằng|tiêm|làm|lỡ|sau|nó|có|không|mình|peel|bắn|phun|mặt|da)',
  '(lỡ|nếu|liệu|nhỡ|có thể|trường hợp|nghe nói|thấy bảo|hay bị|có khi nào|rủi|liệu có)',
  '(will|would|could|might|risk|if|any chance|is it possible)',
];

/** Not this sign, or not any more. */
export const denied: readonly string[] = [
  '(không|hết|chưa|đỡ|khỏi|giảm|chẳng|chả|đâu) (có|bị|còn|thấy|hề)?',
  '(no|not|without)',
];

/** "đang sốt có peel được không" asks whether a treatment is allowed. */
export const asksForPermission: readonly string[] = [
  '(có|thì|mà|muốn)? ..2 (<do>|sửa|hết|@treatment) ..3 (được)? (không|chưa|hả|sao)',
];

/** Said of prices and looks, or known for long: no sign of anything. */
export const noSign: readonly string[] = [
  '(tím|bầm|bầm tím|sưng|đỏ|đau) ..1 (nhẹ|xíu|chút|ít|tí|sơ) ..1',
  '(giá|tiền|phí|bill) ..5 (ngất|xỉu|sốc|choáng)',
  '(ngất|xỉu|choáng|sốc) ..2 (giá|tiền|phí|đẹp|mê|với giá)',
  '(đẹp|cười|mê|mắc|đắt|dễ thương|thích|yêu) ..1 (ngất|xỉu)',
  '(mắt|nhìn) ..3 (do|vì|bị)? (cận|loạn thị|lão|lão thị|viễn)',
  '(sụp|xệ|lệch|méo|mờ|đen|thâm) ..3 (bẩm sinh|tuổi|lâu năm|từ nhỏ|lão hóa|di truyền|sinh ra|lớn tuổi)',
  '(bẩm sinh|từ nhỏ|lớn tuổi|lâu năm|lão hóa) ..4 (sụp|xệ|lệch|méo|mờ|đen|thâm) ..2',
];
