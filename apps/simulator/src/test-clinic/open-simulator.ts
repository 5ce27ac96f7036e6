import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { demoOptions } from '../demo-options.ts';
import type { SimulatorOptions } from '../options.ts';
import { type Simulator, startSimulator } from '../simulator.ts';
import { type ClinicServer, startClinicServer } from './clinic-server.ts';

const Answer = z.record(z.string(), z.unknown());

export type Opened = {
  simulator: Simulator;
  clinic: ClinicServer;
  options: SimulatorOptions;
  /** A JSON call to the simulator, with its answer read as JSON. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Headers; json: Record<string, unknown> }>;
};

/** 10:00 on Monday 23 November 2026 in Vietnam. */
export const monday10 = Date.UTC(2026, 10, 23, 3);

/** A simulator with one account of each channel and a clinic server that takes every webhook; both end with the test. */
export async function openSimulator(more: Partial<SimulatorOptions> = {}): Promise<Opened> {
  const clinic = await startClinicServer();
  const options = { ...demoOptions(0, clinic.url), clock: () => monday10, webhookRetryMs: [], ...more };
  const simulator = await startSimulator(options);
  onTestFinished(async () => {
    await simulator.close();
    await clinic.close();
  });
  return {
    simulator,
    clinic,
    options,
    async call(method, path, body, headers = {}) {
      const response = await fetch(simulator.url + path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        headers: response.headers,
        json: Answer.parse(await response.json()),
      };
    },
  };
}
