/** The person or test at the controls asked for something impossible; the text says what. */
export class SimulatorError extends Error {
  readonly status: 400 | 404 | 504;

  constructor(status: 400 | 404 | 504, message: string) {
    super(message);
    this.name = 'SimulatorError';
    this.status = status;
  }
}
