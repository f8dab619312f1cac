// @ts-check
// A fresh process that imports a package, makes one call and reports what both took, without Node's own start:
// `node start.mjs NAME import|require ENDPOINT`.

import { createRequire } from "node:module";
import { CREDENTIALS, REGION, channelArn } from "./account.mjs";

const [, , name, how, endpoint] = process.argv;
const cpu = process.cpuUsage();
const began = performance.now();
const { IvsClient, GetChannelCommand } = how === "require" ? createRequire(import.meta.url)(name) : await import(name);
const imported = performance.now();
const client = new IvsClient({ region: REGION, credentials: CREDENTIALS, endpoint });
const { channel } = await client.send(new GetChannelCommand({ arn: channelArn(10) }));
const wall = (performance.now() - began) * 1000;
const { user, system } = process.cpuUsage(cpu);
if (channel.name !== "launch-party") throw new Error(`unexpected response: ${JSON.stringify(channel)}`);
process.send?.({ wall, cpu: user + system, import: (imported - began) * 1000 });
process.disconnect?.();
client.destroy();
