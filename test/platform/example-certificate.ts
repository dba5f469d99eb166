/** Of models.example and mail.example, signed by itself; good for nothing but tests, and for a hundred years. */
export const exampleCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgkwqz1K7kjyyp4MLg
jGmUd+8oYyGwydTowAVw1Qq8j7ChRANCAAS2VQN2nOH0z9FFYvDK2G820Hsu+es2
ebjVzxubQnwa0Zjn/1hxkYs12X5LaNYBa06OXM1nRMyeyAfNA9FIlZog
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBsTCCAVigAwIBAgIUfKo7hBbbIJwmipRXOJ0KIPCMODIwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwObW9kZWxzLmV4YW1wbGUwIBcNMjYxMTIzMTA1NzAyWhgPMjEy
NjEwMzAxMDU3MDJaMBkxFzAVBgNVBAMMDm1vZGVscy5leGFtcGxlMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEtlUDdpzh9M/RRWLwythvNtB7LvnrNnm41c8bm0J8
GtGY5/9YcZGLNdl+S2jWAWtOjlzNZ0TMnsgHzQPRSJWaIKN8MHowHQYDVR0OBBYE
FKsaayXhjRbxPdAiEZptRt9dkYNrMB8GA1UdIwQYMBaAFKsaayXhjRbxPdAiEZpt
Rt9dkYNrMA8GA1UdEwEB/wQFMAMBAf8wJwYDVR0RBCAwHoIObW9kZWxzLmV4YW1w
bGWCDG1haWwuZXhhbXBsZTAKBggqhkjOPQQDAgNHADBEAiBciG1tWhXqMSZ/oKvb
SGzr+JTuk8Wlpws4L6WThJaaugIgfLbrd2xLwrzfXs8gHjofIavALrr8hpK8iJRd
I47RLkA=
-----END CERTIFICATE-----
`,
};
