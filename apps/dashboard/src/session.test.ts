import { expect, test } from 'vitest';
import { fragmentOf, pastedToken, readFragment, sessionIn } from './page/session.js';

const token = 'obviously-invented-token_0123';

test('the fragment carries the token and the open conversation, together or alone', () => {
  expect(readFragment(`#token=${token}`)).toEqual({ token, conversation: null });
  expect(readFragment(`#conversation=c-1&token=${token}`)).toEqual({ token, conversation: 'c-1' });
  expect(readFragment(fragmentOf('c-1'))).toEqual({ token: null, conversation: 'c-1' });
  expect(readFragment('')).toEqual({ token: null, conversation: null });
});

test('a person may paste the whole link or the token alone', () => {
  expect(pastedToken(`  https://clinic.example/#token=${token}\n`)).toBe(token);
  expect(pastedToken(`token=${token}`)).toBe(token);
  expect(pastedToken(token)).toBe(token);
});

test.each(['', 'short', 'https://clinic.example/', 'two words of nothing at all', 'x'.repeat(201)])(
  'what cannot be a token is not sent anywhere: %j',
  (pasted) => {
    expect(pastedToken(pasted)).toBeNull();
  },
);

test('where storage is forbidden the token lasts as long as the page', () => {
  const session = sessionIn(() => {
    throw new Error('denied');
  });
  expect(session.token()).toBeNull();
  session.keepToken(token);
  expect(session.token()).toBe(token);
  session.forgetToken();
  expect(session.token()).toBeNull();
  expect(session.language()).toBe('vi');
});
