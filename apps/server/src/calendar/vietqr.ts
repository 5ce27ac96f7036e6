import type { Bank, Vnd } from '@glowbot/core';
import { renderSVG } from 'uqr';
import { QRPay } from 'vietnam-qr-pay';

/** What a banking app reads: to whom, how much, and the note by which the transfer is found. */
export type Transfer = { bank: Bank; amount: Vnd; note: string };

/** The transfer as VietQR writes it: NAPAS's form of the EMV payload, with its checksum. */
export function vietQrPayload({ bank, amount, note }: Transfer): string {
  return QRPay.initVietQR({
    bankBin: bank.bin,
    bankNumber: bank.account,
    amount: String(amount),
    purpose: note,
  }).build();
}

/** The same as a picture to scan. Medium correction: a scratched phone screen is still read. */
export function vietQrPicture(transfer: Transfer): string {
  return renderSVG(vietQrPayload(transfer), { ecc: 'M', pixelSize: 8, border: 4 });
}
