import { type Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  /** The first cookie that is set; '': none. */
  readonly cookie: string;
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly agent: Agent;
  /** Whose request it is: each citizen of a crowd has an address of her own, behind a proxy. */
  readonly address: string;
  /** '': none. */
  readonly cookie?: string;
  /** Of a form. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

/** One request of a browser without a script, to the last byte of its answer. */
export function askServer({ method, url, agent, address, cookie = '', fields }: Asked): Promise<Answer> {
  const body = fields && new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        agent,
        headers: {
          'X-Forwarded-For': address,
          ...(cookie !== '' && { Cookie: cookie }),
          ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: text,
            location: response.headers.location ?? '',
            cookie: (response.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '',
          }),
        );
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
