import { z } from 'zod';

// The pages run under a CSP without 'unsafe-eval', and zod otherwise probes `new Function` once.
z.config({ jitless: true });

export { z };
