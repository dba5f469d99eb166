'use strict';

/** Something on this machine is missing or wrong; the message says what to do. */
class GiveUp extends Error {}

module.exports = { GiveUp };
