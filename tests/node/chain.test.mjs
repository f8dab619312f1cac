// @ts-check
// The default chain beside AWS's own: for each combination of variables, files and servers the same credentials or the same failure, in the
// same order of asking.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const CHILD = fileURLToPath(new URL("chain-child.mjs", import.meta.url));
const REGION = "eu-central-1";
const IMDS = "169.254.169.254";
const ECS = "169.254.170.2";
const STS = "http://sts.example";

/**
 * @typedef {{ method: string, host: string, path: string, headers: Record<string, string>, body: string, turn: number }} Asked
 * @typedef {{ status?: number, body?: string, never?: boolean }} Answer
 *
 * @typedef {object} Combination
 * @property {Record<string, string>} [variables] `HOME` stands for the folder of the files
 * @property {Record<string, string>} [files] by their path below the home folder
 * @property {string} [profile] of the configuration
 * @property {Record<string, (asked: Asked) => Answer>} [servers] by host; others answer 404
 * @property {string | null} gets the access key; null for a failure
 * @property {RegExp} [says] in our error
 * @property {number} [sdkAsksAgain] The SDK sends the last request so many times more: it has two providers for containers, the second of
 *   which is asked when the first has given up.
 * @property {string[]} [connects] the addresses that are asked, in their order, where it is worth stating
 * @property {string} [region] of the client
 * @property {boolean} [isRefused] The connection fails, after which the two do not make the same number of attempts.
 */

/** @param {string} key */
const keys = (key) => `aws_access_key_id = ${key}\naws_secret_access_key = SECRET-${key}\n`;
/** @param {string} key */
const keyVariables = (key) => ({ AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: `SECRET-${key}` });
const inAnHour = () => `${new Date(Date.now() + 3_600_000).toISOString().slice(0, 19)}Z`;
/** @param {string} key @param {object} [more] */
const document = (key, more) =>
  JSON.stringify({ Code: "Success", AccessKeyId: key, SecretAccessKey: `SECRET-${key}`, Token: `TOKEN-${key}`, Expiration: inAnHour(), ...more });

/** @param {{ token?: Answer, role?: Answer, credentials?: Answer }} [answers] */
const imds = ({ token = { body: "imds-token" }, role = { body: "the-role\n" }, credentials = { body: document("AKIDIMDS") } } = {}) => ({
  [IMDS]: (/** @type {Asked} */ { path }) => (path === "/latest/api/token" ? token : path.endsWith("/security-credentials/") ? role : credentials),
});
/** @param {Answer} answer */
const sameToAll = (answer) => () => answer;
const ecs = (answer = /** @type {Answer} */ ({ body: document("AKIDECS") })) => ({ [ECS]: sameToAll(answer) });

const stsAnswer = (/** @type {string} */ action, /** @type {string} */ key) =>
  `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result><AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser><Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>SECRET-${key}&lt;&amp;</SecretAccessKey><SessionToken>TOKEN-${key}</SessionToken><Expiration>${inAnHour()}</Expiration></Credentials></${action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${action}Response>`;
const stsError = (/** @type {string} */ code, /** @type {string} */ message) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
const sts = (host = "sts.example", key = "AKIDSTS") => ({
  [host]: (/** @type {Asked} */ { body }) => ({ body: stsAnswer(new URLSearchParams(body).get("Action") ?? "", key) }),
});
const WEB_IDENTITY = { AWS_WEB_IDENTITY_TOKEN_FILE: "HOME/token", AWS_ROLE_ARN: "arn:aws:iam::1:role/r", AWS_ENDPOINT_URL_STS: STS };
const TOKEN = { token: "TOKEN-OF-THE-POD" };

const CONFIG = ".aws/config";
const CREDENTIALS = ".aws/credentials";

/** @type {Record<string, Record<string, Combination>>} */
const COMBINATIONS = {
  "the environment": {
    "has keys": { variables: keyVariables("AKIDENV"), gets: "AKIDENV", connects: [] },
    "has temporary keys": { variables: { ...keyVariables("AKIDENV"), AWS_SESSION_TOKEN: "TOKEN", AWS_CREDENTIAL_EXPIRATION: inAnHour() }, gets: "AKIDENV" },
    "has keys beside everything else": {
      variables: { ...keyVariables("AKIDENV"), ...WEB_IDENTITY, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c" },
      files: { [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}`, ...TOKEN },
      servers: { ...ecs(), ...sts(), ...imds() },
      gets: "AKIDENV",
      connects: [],
    },
    "has an access key without a secret": { variables: { AWS_ACCESS_KEY_ID: "AKIDENV" }, servers: imds(), gets: "AKIDIMDS" },
    "has a secret without an access key": { variables: { AWS_SECRET_ACCESS_KEY: "SECRET", AWS_EC2_METADATA_DISABLED: "true" }, gets: null, says: /set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/ },
    "has empty keys": { variables: { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" }, files: { [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}` }, gets: "AKIDFILE" },
    "has keys and AWS_PROFILE": { variables: { ...keyVariables("AKIDENV"), AWS_PROFILE: "live" }, files: { [CREDENTIALS]: `[live]\n${keys("AKIDLIVE")}` }, gets: "AKIDLIVE" },
    "has keys and an empty AWS_PROFILE": { variables: { ...keyVariables("AKIDENV"), AWS_PROFILE: "" }, files: { [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}` }, gets: "AKIDENV" },
    "has keys, and the configuration a profile": { variables: keyVariables("AKIDENV"), profile: "live", files: { [CREDENTIALS]: `[live]\n${keys("AKIDLIVE")}` }, gets: "AKIDLIVE" },
    "has keys, and the configuration an empty profile": { variables: { ...keyVariables("AKIDENV"), AWS_PROFILE: "live" }, profile: "", files: { [CREDENTIALS]: `[live]\n${keys("AKIDLIVE")}` }, gets: "AKIDENV" },
    "has keys and an AWS_PROFILE that no file has": { variables: { ...keyVariables("AKIDENV"), AWS_PROFILE: "typo" }, servers: imds(), gets: "AKIDIMDS" },
    "has keys and an AWS_PROFILE that no file has, and nothing else does": {
      variables: { ...keyVariables("AKIDENV"), AWS_PROFILE: "typo", AWS_EC2_METADATA_DISABLED: "true" },
      gets: null,
      says: /not used beside a profile.*profile "typo" is in neither of ~\/\.aws\/config and ~\/\.aws\/credentials/,
    },
    "has nothing": { servers: { [IMDS]: sameToAll({ status: 404 }) }, gets: null, says: /^There are no credentials: give `credentials`.*AWS_WEB_IDENTITY_TOKEN_FILE.*EC2 instance metadata/ },
  },
  "the shared files": {
    "have keys in credentials": { files: { [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}` }, gets: "AKIDFILE", connects: [] },
    "have keys in config": { files: { [CONFIG]: `[default]\n${keys("AKIDCONFIG")}` }, gets: "AKIDCONFIG" },
    "have keys in both": { files: { [CONFIG]: `[default]\n${keys("AKIDCONFIG")}`, [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}` }, gets: "AKIDFILE" },
    "have one key in each": { files: { [CONFIG]: "[default]\naws_access_key_id=AKIDCONFIG", [CREDENTIALS]: "[default]\naws_secret_access_key=SECRET" }, gets: "AKIDCONFIG" },
    "have temporary keys": { files: { [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}aws_session_token = TOKEN=+/==\n` }, gets: "AKIDFILE" },
    "are where the environment says": {
      variables: { AWS_CONFIG_FILE: "HOME/elsewhere/c", AWS_SHARED_CREDENTIALS_FILE: "~/elsewhere/k", AWS_PROFILE: "live" },
      files: { "elsewhere/c": "[profile live]\naws_access_key_id = AKIDLIVE", "elsewhere/k": "[live]\naws_secret_access_key = SECRET" },
      gets: "AKIDLIVE",
    },
    "have the profile of AWS_PROFILE in config": { variables: { AWS_PROFILE: "live" }, files: { [CONFIG]: `[profile live]\n${keys("AKIDLIVE")}` }, gets: "AKIDLIVE" },
    "have the profile of the configuration, and another of AWS_PROFILE": {
      variables: { AWS_PROFILE: "other" },
      profile: "live",
      files: { [CREDENTIALS]: `[live]\n${keys("AKIDLIVE")}[other]\n${keys("AKIDOTHER")}` },
      gets: "AKIDLIVE",
    },
    "have the profile in quotes": { profile: "live", files: { [CONFIG]: `[profile "live"]\n${keys("AKIDLIVE")}` }, gets: "AKIDLIVE" },
    "have a profile in config without its type": { profile: "live", files: { [CONFIG]: `[live]\n${keys("AKIDLIVE")}` }, servers: imds(), gets: "AKIDIMDS" },
    "have a profile in credentials with its type": { profile: "live", files: { [CREDENTIALS]: `[profile live]\n${keys("AKIDLIVE")}` }, servers: imds(), gets: "AKIDIMDS" },
    "have the default profile with its type and without": { files: { [CONFIG]: `[default]\n${keys("AKIDA")}[profile default]\n${keys("AKIDB")}` }, gets: "AKIDB" },
    "have comments, spaces and other line ends": {
      files: { [CREDENTIALS]: `\ufeff# first\r\n[default] ; the one\r\n  aws_access_key_id=AKIDFILE # mine\r\naws_secret_access_key = SECRET#;=x\r\n\r\n` },
      gets: "AKIDFILE",
    },
    "have a profile with half of the keys": { files: { [CREDENTIALS]: "[default]\naws_access_key_id = AKIDFILE" }, servers: imds(), gets: "AKIDIMDS" },
    "are folders": { variables: { AWS_CONFIG_FILE: "HOME", AWS_SHARED_CREDENTIALS_FILE: "HOME" }, servers: imds(), gets: "AKIDIMDS" },
    "are below USERPROFILE": { variables: { HOME: "", USERPROFILE: "HOME" }, files: { [CREDENTIALS]: `[default]\n${keys("AKIDFILE")}` }, gets: "AKIDFILE" },
  },
  "web identity": {
    "of the environment": { variables: WEB_IDENTITY, files: TOKEN, servers: sts(), gets: "AKIDSTS" },
    "with a name of the session": { variables: { ...WEB_IDENTITY, AWS_ROLE_SESSION_NAME: "me" }, files: TOKEN, servers: sts(), gets: "AKIDSTS" },
    "before a container and an instance": { variables: { ...WEB_IDENTITY, AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c" }, files: TOKEN, servers: { ...sts(), ...ecs(), ...imds() }, gets: "AKIDSTS", connects: ["sts.example:80"] },
    "after a profile": { variables: WEB_IDENTITY, files: { ...TOKEN, [CONFIG]: `[default]\n${keys("AKIDCONFIG")}` }, servers: sts(), gets: "AKIDCONFIG", connects: [] },
    "with a token that is missing": { variables: WEB_IDENTITY, servers: { ...sts(), ...imds() }, gets: null, says: /the web identity token cannot be read: ENOENT/, connects: [] },
    "without a role": { variables: { AWS_WEB_IDENTITY_TOKEN_FILE: "HOME/token" }, files: TOKEN, servers: imds(), gets: "AKIDIMDS" },
    "that STS refuses": {
      variables: WEB_IDENTITY,
      files: TOKEN,
      servers: { ...imds(), "sts.example": sameToAll({ status: 403, body: stsError("AccessDenied", "not TOKEN-OF-THE-POD") }) },
      gets: null,
      says: /^STS: AccessDenied: not \*\*\*$/,
      connects: ["sts.example:80"],
    },
    "while STS is not well": {
      variables: WEB_IDENTITY,
      files: TOKEN,
      servers: { "sts.example": ({ turn, body }) => (turn < 3 ? { status: 500 } : sts()["sts.example"]?.(/** @type {any} */ ({ body })) ?? {}) },
      gets: "AKIDSTS",
    },
    "of a profile": {
      profile: "pod",
      variables: { AWS_ENDPOINT_URL: STS },
      files: { ...TOKEN, [CONFIG]: "[profile pod]\nweb_identity_token_file = HOME/token\nrole_arn = arn:aws:iam::1:role/p\nrole_session_name = of-the-profile" },
      servers: sts(),
      gets: "AKIDSTS",
    },
    "with the endpoint of the profile's services": {
      variables: { AWS_WEB_IDENTITY_TOKEN_FILE: "HOME/token", AWS_ROLE_ARN: "arn:aws:iam::1:role/r", AWS_PROFILE: "p" },
      files: { ...TOKEN, [CONFIG]: "[profile p]\nservices = local\nendpoint_url = http://other.example\n[services local]\nsts =\n  endpoint_url = http://sts.of.the.profile\n" },
      servers: sts("sts.of.the.profile"),
      gets: "AKIDSTS",
    },
  },
  // These are reached by TLS, which the servers here do not speak.
  "the endpoint of STS": Object.fromEntries(
    /** @type {[title: string, region: string, host: string, variables: Record<string, string>][]} */ ([
      ["in the client's region", REGION, `sts.${REGION}.amazonaws.com`, {}],
      ["in China", "cn-north-1", "sts.cn-north-1.amazonaws.com.cn", {}],
      ["in the European sovereign cloud", "eusc-de-east-1", "sts.eusc-de-east-1.amazonaws.eu", {}],
      ["in an isolated region", "us-isob-east-1", "sts.us-isob-east-1.sc2s.sgov.gov", {}],
      ["of FIPS", "us-west-2", "sts-fips.us-west-2.amazonaws.com", { AWS_USE_FIPS_ENDPOINT: "true" }],
      ["of FIPS in GovCloud", "us-gov-west-1", "sts.us-gov-west-1.amazonaws.com", { AWS_USE_FIPS_ENDPOINT: "true" }],
      ["for IPv4 and IPv6", "us-west-2", "sts.us-west-2.api.aws", { AWS_USE_DUALSTACK_ENDPOINT: "true" }],
      ["of FIPS, for IPv4 and IPv6", "cn-north-1", "sts-fips.cn-north-1.api.amazonwebservices.com.cn", { AWS_USE_DUALSTACK_ENDPOINT: "true", AWS_USE_FIPS_ENDPOINT: "true" }],
    ]).map(([title, region, host, variables]) => [
      title,
      { region, variables: { ...WEB_IDENTITY, AWS_ENDPOINT_URL_STS: "", ...variables }, files: TOKEN, gets: null, isRefused: true, connects: [`${host}:443`] },
    ]),
  ),
  "a container": {
    "with a relative URI": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/v2/credentials?id=1" }, servers: { ...ecs(), ...imds() }, gets: "AKIDECS", connects: [`${ECS}:80`] },
    "with a full URI of this machine": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://localhost:4321/c?x=y" }, servers: { "localhost:4321": sameToAll({ body: document("AKIDFULL") }) }, gets: "AKIDFULL", connects: ["localhost:4321"] },
    "with another address of this machine": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://127.9.8.7/c" }, servers: { "127.9.8.7": sameToAll({ body: document("AKIDFULL") }) }, gets: "AKIDFULL" },
    "with its address of IPv6": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://[::1]:4321/c" }, servers: { "[::1]:4321": sameToAll({ body: document("AKIDFULL") }) }, gets: "AKIDFULL", connects: ["::1:4321"] },
    "of EKS": {
      variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials", AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "HOME/token" },
      files: TOKEN,
      servers: { "169.254.170.23": ({ headers }) => (headers.authorization === "TOKEN-OF-THE-POD" ? { body: document("AKIDEKS") } : { status: 401 }) },
      gets: "AKIDEKS",
    },
    "of EKS with IPv6": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://[fd00:ec2::23]/v1" }, servers: { "[fd00:ec2::23]": sameToAll({ body: document("AKIDEKS") }) }, gets: "AKIDEKS" },
    "with a token": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c", AWS_CONTAINER_AUTHORIZATION_TOKEN: "Basic TOKEN" }, servers: ecs(), gets: "AKIDECS" },
    "with a token and a file of one": {
      variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c", AWS_CONTAINER_AUTHORIZATION_TOKEN: "other", AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "HOME/token" },
      files: TOKEN,
      servers: ecs(),
      gets: "AKIDECS",
    },
    "with both URIs": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c", AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://localhost/c" }, servers: ecs(), gets: "AKIDECS", connects: [`${ECS}:80`] },
    "of another host": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://example.com/c" }, servers: imds(), gets: null, says: /AWS_CONTAINER_CREDENTIALS_FULL_URI: expected https/, connects: [] },
    "of a host that looks like this machine": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://127.0.0.1.example.com/c" }, servers: imds(), gets: null, connects: [] },
    "with a URI that is none": { variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "localhost/c" }, servers: imds(), gets: null, says: /AWS_CONTAINER_CREDENTIALS_FULL_URI: expected a URL/, connects: [] },
    "that is not well twice": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c" }, servers: { [ECS]: ({ turn }) => (turn < 3 ? { status: 500 } : { body: document("AKIDECS") }) }, gets: "AKIDECS" },
    "that refuses": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c" }, servers: { ...ecs({ status: 403, body: document("AKIDNO") }), ...imds() }, gets: null, says: /status 403/, sdkAsksAgain: 1 },
    "that gives no JSON": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c" }, servers: ecs({ body: '{"SecretAccessKey":"SECRET-AKIDECS' }), gets: null, says: /not as expected/ },
    "that gives no token": { variables: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/c" }, servers: ecs({ body: document("AKIDECS", { Token: undefined }) }), gets: null, sdkAsksAgain: 1 },
    "with a token that no header can carry": {
      variables: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/c", AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "HOME/token" },
      files: { token: "TOKEN\r\nx: y" },
      gets: null,
      says: /AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE has characters/,
      connects: [],
    },
  },
  "an instance": {
    "with version 2": { servers: imds(), gets: "AKIDIMDS", connects: [`${IMDS}:80`, `${IMDS}:80`, `${IMDS}:80`] },
    "with version 1": { servers: imds({ token: { status: 403 } }), gets: "AKIDIMDS" },
    "with version 1, disabled by a variable": { variables: { AWS_EC2_METADATA_V1_DISABLED: "true" }, servers: imds({ token: { status: 404 } }), gets: null, says: /disabled by AWS_EC2_METADATA_V1_DISABLED/ },
    "with version 1, disabled by the profile": { files: { [CONFIG]: "[default]\nec2_metadata_v1_disabled = true" }, servers: imds({ token: { status: 405 } }), gets: null, says: /disabled by ec2_metadata_v1_disabled of profile "default" in ~\/\.aws\/config/ },
    "that understands and refuses": { servers: imds({ token: { status: 400 } }), gets: null },
    "disabled": { variables: { AWS_EC2_METADATA_DISABLED: "true" }, servers: imds(), gets: null, says: /disabled by AWS_EC2_METADATA_DISABLED/, connects: [] },
    "not disabled": { variables: { AWS_EC2_METADATA_DISABLED: "false" }, servers: imds(), gets: "AKIDIMDS" },
    "with an endpoint": { variables: { AWS_EC2_METADATA_SERVICE_ENDPOINT: "http://imds.example:81/" }, servers: { "imds.example:81": imds()[IMDS] ?? sameToAll({}) }, gets: "AKIDIMDS" },
    "with an endpoint of the profile": { files: { [CONFIG]: "[default]\nec2_metadata_service_endpoint = http://imds.example" }, servers: { "imds.example": imds()[IMDS] ?? sameToAll({}) }, gets: "AKIDIMDS" },
    "with IPv6": { variables: { AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: "IPv6" }, servers: { "[fd00:ec2::254]": imds()[IMDS] ?? sameToAll({}) }, gets: "AKIDIMDS" },
    "with an unknown mode": { variables: { AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: "IPv5" }, servers: imds(), gets: null, says: /AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: expected IPv4 or IPv6/, connects: [] },
    "without a role": { servers: imds({ role: { status: 404 } }), gets: null, says: /EC2 instance metadata: status 404/ },
    "whose role is refused": { servers: imds({ credentials: { body: '{"Code":"AssumeRoleUnauthorizedAccess"}' } }), gets: null, says: /not as expected/ },
    "that cannot renew its credentials": { servers: imds({ credentials: { body: document("AKIDIMDS", { Expiration: "2020-01-01T00:00:00Z" }) } }), gets: "AKIDIMDS" },
    "that never answers": { servers: imds({ token: { never: true }, role: { never: true } }), gets: null, says: /no answer within 1000 ms/ },
  },
  "a profile for AWS's own provider": {
    "with a process": { profile: "p", files: { [CONFIG]: `[profile p]\ncredential_process = ${process.execPath} HOME/process.mjs`, "process.mjs": 'console.log(JSON.stringify({ Version: 1, AccessKeyId: "AKIDPROCESS", SecretAccessKey: "SECRET" }))' }, gets: "AKIDPROCESS" },
    "with a process that fails": { profile: "p", variables: { AWS_EC2_METADATA_DISABLED: "true" }, files: { [CONFIG]: `[profile p]\ncredential_process = false` }, gets: null, says: /^profile "p" \(credential_process\): / },
    "with a role of another profile": { profile: "p", variables: { AWS_ENDPOINT_URL_STS: STS }, files: { [CONFIG]: `[profile p]\nrole_arn = arn:aws:iam::1:role/p\nrole_session_name = s\nsource_profile = q\n[profile q]\n${keys("AKIDQ")}` }, servers: sts(), gets: "AKIDSTS" },
    "with a role of the environment": {
      variables: { ...keyVariables("AKIDENV"), AWS_PROFILE: "p", AWS_ENDPOINT_URL_STS: STS },
      files: { [CONFIG]: "[profile p]\nrole_arn = arn:aws:iam::1:role/p\nrole_session_name = s\ncredential_source = Environment" },
      servers: sts(),
      gets: "AKIDSTS",
    },
    "with a role of itself": { profile: "p", files: { [CONFIG]: `[profile p]\n${keys("AKIDP")}role_arn = arn:aws:iam::1:role/p\nrole_session_name = s\nsource_profile = p` }, variables: { AWS_ENDPOINT_URL_STS: STS }, servers: sts(), gets: "AKIDSTS" },
    "with a role of a profile that is missing": { profile: "p", files: { [CONFIG]: "[profile p]\nrole_arn = arn:aws:iam::1:role/p\nsource_profile = q" }, variables: { AWS_ENDPOINT_URL_STS: STS }, servers: imds(), gets: "AKIDIMDS" },
    "of IAM Identity Center, without a session": { profile: "p", files: { [CONFIG]: "[profile p]\nsso_session = s\nsso_account_id = 1\nsso_role_name = r\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.awsapps.com/start" }, variables: { AWS_EC2_METADATA_DISABLED: "true" }, gets: null, says: /^profile "p" \(sso_session\): / },
  },
};

for (const [subject, combinations] of Object.entries(COMBINATIONS)) {
  describe(`${subject}, as AWS's SDK finds credentials there:`, { concurrency: 3 }, () => {
    for (const [title, combination] of Object.entries(combinations)) test(title, (context) => compare(context, combination));
  });
}

/** @param {import("node:test").TestContext} context @param {Combination} combination */
async function compare(context, { variables = {}, files = {}, profile, region = REGION, servers = {}, gets, says, sdkAsksAgain = 0, isRefused = false, connects }) {
  const home = await mkdtemp(join(tmpdir(), "ivs-chain-"));
  context.after(() => rm(home, { recursive: true }));
  const placed = (/** @type {string} */ text) => text.replaceAll("HOME", home);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), placed(content));
  }
  const [ours, sdk] = [await listen(context, servers), await listen(context, servers)];
  const env = { PATH: process.env.PATH, HOME: home, ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, placed(value)])) };
  const results = await child(env, { region, profile, ports: { ours: ours.port, sdk: sdk.port } });

  assert.deepEqual(results.ours.got?.accessKeyId ?? null, gets, JSON.stringify(results));
  assert.deepEqual(results.ours.got, results.sdk.got, JSON.stringify(results));
  const again = sdk.log.splice(sdk.log.length - sdkAsksAgain);
  assert.ok(again.every((request) => request === sdk.log.at(-1)));
  assert.deepEqual(ours.log, sdk.log);
  results.sdk.connections.splice(results.sdk.connections.length - sdkAsksAgain);
  if (isRefused) for (const result of [results.ours, results.sdk]) result.connections = [...new Set(result.connections)];
  assert.deepEqual(results.ours.connections, results.sdk.connections);
  if (connects) assert.deepEqual(results.ours.connections, connects);
  if (gets === null) {
    assert.equal(results.ours.failure.name, "CredentialsError");
    assert.doesNotMatch(results.ours.failure.message, /SECRET-|TOKEN-[A-Z]|TOKEN\r/);
    if (says) assert.match(results.ours.failure.message, says);
    assert.ok(results.ours.time < 10_000, `after ${results.ours.time} ms`);
  }
}

/** @param {NodeJS.ProcessEnv} env @param {object} options @returns {Promise<any>} */
async function child(env, options) {
  const running = spawn(process.execPath, [CHILD, JSON.stringify(options)], { env, stdio: ["ignore", "pipe", "pipe"], timeout: 60_000 });
  let printed = "";
  let problems = "";
  running.stdout.setEncoding("utf8").on("data", (part) => (printed += part));
  running.stderr.setEncoding("utf8").on("data", (part) => (problems += part));
  const [status] = await once(running, "close");
  assert.equal(status, 0, problems);
  return JSON.parse(printed);
}

/**
 * A server that answers as the host that each request was meant for, and keeps a log of what was asked.
 *
 * @param {import("node:test").TestContext} context
 * @param {NonNullable<Combination["servers"]>} servers
 */
async function listen(context, servers) {
  const log = /** @type {string[]} */ ([]);
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request.setEncoding("utf8")) body += part;
    const { method = "", url: path = "", headers } = request;
    const host = String(headers.host).replace(/:80$/, "");
    log.push(logged({ method, host, path, headers: /** @type {any} */ (headers), body }));
    const answer = servers[host]?.({ method, host, path, headers: /** @type {any} */ (headers), body, turn: log.length }) ?? { status: 404 };
    if (!answer.never) response.writeHead(answer.status ?? 200, { "content-type": host.startsWith("sts") ? "text/xml" : "application/json" }).end(answer.body ?? "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { log, port: /** @type {import("node:net").AddressInfo} */ (server.address()).port };
}

/** What has to be the same: where, what, and the headers that prove something, but for signatures and names that have the time in them. */
function logged(/** @type {Omit<Asked, "turn">} */ { method, host, path, headers, body }) {
  const proof = ["authorization", "x-aws-ec2-metadata-token", "x-aws-ec2-metadata-token-ttl-seconds"];
  const shown = proof.filter((name) => name in headers && !headers[name]?.startsWith("AWS4")).map((name) => `${name}: ${headers[name]}`);
  const form = [...new URLSearchParams(body)].map(([name, value]) => `${name}=${name === "RoleSessionName" ? value.replace(/^.*\d{13}$/, "(made up)") : value}`).sort();
  return [`${method} ${host}${path}`, ...shown, ...form].join("\n");
}
