import { demoClinic } from '@glowbot/demo-clinic';
import { customerOn, openStage } from '@glowbot/rehearsal';
import { skills } from '@glowbot/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const clinic = demoClinic();
let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage({ clinic, skills, now: Date.parse('2026-11-25T10:20:00+07:00') });
});
afterAll(() => stage.stop());

let customers = 0;
const newCustomer = () => customerOn(stage, `khách ${(customers += 1)}`);
const answer = async (words: string) => (await newCustomer().says(words)).map(({ text }) => text).join('\n');

/** What stands in the record that answers. */
const recorded = (key: string) => clinic.faqs.find((faq) => faq.key === key)?.answer ?? '';

describe('a question put in other words gets the record that answers it', () => {
  test.each([
    ['có chỗ đậu ô tô không em', 'faq03'],
    ['gui xe may o dau vay', 'faq03'],
    ['có cần đặt trước không em', 'faq04'],
    ['bên mình có nhận trả góp k', 'faq18'],
    ['cà thẻ được không em', 'faq19'],
    ['có xuất vat không shop', 'faq20'],
    ['lỡ tới trễ thì sao em', 'faq26'],
    ['có ai nói tiếng anh không', 'faq23'],
    ['tiêm filler đau không em', 'faq08'],
    ['filler giữ được bao lâu vậy', 'faq09'],
    ['botox bao lâu thì thấy hiệu quả', 'faq10'],
    ['triệt lông có vĩnh viễn không em', 'faq12'],
    ['filler có chính hãng không', 'faq17'],
    ['phòng khám mình mở cửa mấy giờ', 'faq02'],
    ['ai thực hiện vậy em', 'faq16'],
  ])('“%s”', async (words, key) => {
    expect(await answer(words)).toContain(recorded(key));
  });
});

describe('an answer about one thing is not given to a question about another', () => {
  test.each([
    ['botox giữ được bao lâu em', 'faq09'],
    ['meso có đau không em', 'faq08'],
    ['máy hifu của hãng nào vậy em', 'faq17'],
    ['peel có vĩnh viễn không em', 'faq12'],
  ])('“%s”', async (words, key) => {
    expect(await answer(words)).not.toContain(recorded(key));
  });
});

test('a question without a record is told to go to the doctor, kept, and from its answer on everybody is answered', async () => {
  const { store, scope } = stage;
  const said = await answer('giá hifu mặt bao nhiêu, làm hifu xong tập gym được không em');
  expect(said).toContain('4.990.000đ');
  expect(said).toMatch(/hỏi (lại )?bác sĩ/);
  const open = (await store.openQuestions(scope)).find(({ words }) => words.includes('tập gym'));
  expect(open?.times).toBe(1);
  const faq = {
    key: 'gym',
    question: 'Làm HIFU xong tập gym được không?',
    answer: 'Mình nghỉ tập 2 ngày rồi tập lại ạ.',
  };
  expect(await store.answerQuestion(scope, open?.id ?? '', { by: 'chị Hà', faq, at: stage.now() })).toBe(
    true,
  );
  expect(await answer('hifu xong có tập gym được không vậy')).toContain(faq.answer);
  expect((await store.openQuestions(scope)).some(({ words }) => words.includes('tập gym'))).toBe(false);
});

test('four treatments asked for at once are four prices', async () => {
  const said = await answer('giá peel, meso, botox trán với lăn kim bao nhiêu em');
  for (const price of ['600.000đ', '1.800.000đ', '1.200.000đ']) expect(said).toContain(price);
  expect(said.toLowerCase()).toContain('botox');
});
