import type { Clinic } from '../domain/clinic.ts';
import { type Instant, toLocal } from '../domain/clinic-time.ts';

/** Tells the clinic's people that an account is in trouble: which one, why, since when, and what that means for customers. */
export function accountAlertWords(
  clinic: Pick<Clinic, 'shortName' | 'zone'>,
  { account, why, since, isLost }: { account: string; why: string; since: Instant; isLost: boolean },
): { title: string; text: string } {
  const { time } = toLocal(since, clinic.zone);
  const title = `${clinic.shortName}: kênh ${account} cần được ${isLost ? 'kết nối lại' : 'xem lại'}`;
  const meanwhile = isLost
    ? ' Trong lúc chờ, trợ lý không trả lời được khách trên kênh này, anh/chị xem hộp thư của kênh giúp em.'
    : '';
  return { title, text: `Từ ${time}: ${why}${meanwhile}` };
}
