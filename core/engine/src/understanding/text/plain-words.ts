/**
 * Words that exist without diacritics and turn into other words with them: "sau" is not "sáu", "mai" not "mái".
 * In a message that carries diacritics they mean themselves.
 */
export const standsAlone: ReadonlySet<string> = new Set(
  (
    'sau ba mai tay ngay gia con cam co ma nam thu sang qua cho hai tam bay chi da anh em la ra cao khi ai hay hen xa xin ' +
    'xong vui tin tra trong toan ham ban hoa lan lo mua nha nhe son tan theo thi tim tu van vay xem quen an bao bong bung ' +
    'che cong do dua ga gan hoi kem kim lay lau len long luc mang mau me mi minh mong nay nem nho nuoi phi phong phu quan ' +
    'ria rong ru rua san say sen soi song ta tai te tham thang thay thai thanh tinh trai tranh tri trung tuy ung vai vang ' +
    'vi vo xoa xuong yen chia chua trang trang gai gan nghe nga ngang duyen dung sinh'
  ).split(' '),
);

/**
 * What the commonest words mean when they are typed without diacritics: hardly ever anything else, so "cho e hoi" is no
 * "chờ em" and "con cho k" no dog.
 */
export const bareMeanings: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    cho: 'cho chỗ',
    con: 'con còn',
    da: 'da dạ đã',
    ma: 'mà má',
    la: 'là',
    va: 'và',
    thi: 'thì thi',
    em: 'em',
    anh: 'anh ảnh',
    chi: 'chị chỉ chi',
    gia: 'giá',
    nha: 'nha nhà nhá',
    minh: 'mình minh',
    hoi: 'hỏi hơi hồi hôi',
    khong: 'không',
    duoc: 'được',
    lam: 'làm lắm',
    voi: 'với',
    ca: 'cả ca cà',
    nam: 'nám năm nằm nam',
    o: 'ở ô',
  }).map(([bare, words]) => [bare, new Set(words.split(' '))]),
);
