/* SPDX-License-Identifier: BSD-2-Clause */
/* Wi-Fi Protected Setup, as EAP carries it. */
/* Wi-Fi Simple Configuration 2.0, 7.7 and 12. */
#include "core/walk.h"
#include "shared/eap.h"

enum {
	WPS,
	CODE,
	FLAGS,
	MORE,
	HAS_LENGTH,
	MESSAGE_LENGTH,
	ELEMENT,
	TYPE,
	LENGTH,
	VERSION,
	MESSAGE,
};

static const struct word code_words[] = {
	{1, "WSC Start"}, {2, "WSC Ack"},  {3, "WSC Nack"},
	{4, "WSC Msg"},   {5, "WSC Done"}, {6, "WSC Frag Ack"},
};

static const struct word type_words[] = {
	{4097, "AP Channel"},
	{4098, "Association State"},
	{4099, "Authentication Type"},
	{4100, "Authentication Type Flags"},
	{4101, "Authenticator"},
	{4104, "Config Methods"},
	{4105, "Configuration Error"},
	{4106, "Confirmation URL4"},
	{4107, "Confirmation URL6"},
	{4108, "Connection Type"},
	{4109, "Connection Type Flags"},
	{4110, "Credential"},
	{4111, "Encryption Type"},
	{4112, "Encryption Type Flags"},
	{4113, "Device Name"},
	{4114, "Device Password ID"},
	{4116, "E Hash1"},
	{4117, "E Hash2"},
	{4118, "E SNonce1"},
	{4119, "E SNonce2"},
	{4120, "Encrypted Settings"},
	{4122, "Enrollee Nonce"},
	{4123, "Feature Id"},
	{4124, "Identity"},
	{4125, "Identity Proof"},
	{4126, "Key Wrap Authenticator"},
	{4127, "Key Identifier"},
	{4128, "MAC Address"},
	{4129, "Manufacturer"},
	{4130, "Message Type"},
	{4131, "Model Name"},
	{4132, "Model Number"},
	{4134, "Network Index"},
	{4135, "Network Key"},
	{4136, "Network Key Index"},
	{4137, "New Device Name"},
	{4138, "New Password"},
	{4140, "OOB Device Password"},
	{4141, "OS Version"},
	{4143, "Power Level"},
	{4144, "PSK Current"},
	{4145, "PSK Max"},
	{4146, "Public Key"},
	{4147, "Radio Enabled"},
	{4148, "Reboot"},
	{4149, "Registrar Current"},
	{4150, "Registrar Established"},
	{4151, "Registrar List"},
	{4152, "registrar_max"},
	{4153, "Registrar Nonce"},
	{4154, "Request Type"},
	{4155, "Response Type"},
	{4156, "RF Bands"},
	{4157, "R Hash1"},
	{4158, "R Hash2"},
	{4159, "R Snonce1"},
	{4160, "R Snonce2"},
	{4161, "Selected Registrar"},
	{4162, "Serial Number"},
	{4164, "Wifi Protected Setup State"},
	{4165, "SSID"},
	{4166, "Total Networks"},
	{4167, "UUID E"},
	{4168, "UUID R"},
	{4169, "Vendor Extension"},
	{4170, "Version"},
	{4171, "X509 Certificate Request"},
	{4172, "X509 Certificate"},
	{4173, "EAP Identity"},
	{4174, "Message Counter"},
	{4175, "Public Key Hash"},
	{4176, "Rekey Key"},
	{4177, "Key Lifetime"},
	{4178, "Permitted Config Methods"},
	{4179, "Selected Registrar Config Methods"},
	{4180, "Primary Device Type"},
	{4181, "Secondary Device Type List"},
	{4182, "Portable Device"},
	{4183, "Ap Setup Locked"},
	{4184, "Application Extension"},
	{4185, "EAP Type"},
	{4192, "Initialization Vector"},
	{4193, "Key Provided Automatically"},
	{4194, "8021x Enabled"},
	{4195, "AppSessionKey"},
	{4196, "WEPTransmitKey"},
	{4202, "Requested Device Type"},
};

static const struct field fields[] = {
	[WPS] = {"wps", "Wifi Protected Setup", PROTO},
	[CODE] = {"eap.wps.code", "Opcode", U8, DEC, WORDS(code_words),
		  .help = "What the message is for", .ref = "WSC 2.0, 7.7"},
	[FLAGS] = {"eap.wps.flags", "Flags", U8, HEX, .help = "All flags", .ref = "WSC 2.0, 7.7"},
	[MORE] = {"eap.wps.flags.more", "More flag", BOOL, AT(7, 1), .under = FLAGS,
		  .help = "Fragments follow", .ref = "WSC 2.0, 7.7"},
	[HAS_LENGTH] = {"eap.wps.flags.length", "Length field present", BOOL, AT(6, 1),
			.under = FLAGS, .help = "The length of all fragments is along",
			.ref = "WSC 2.0, 7.7"},
	[MESSAGE_LENGTH] = {"eap.wps.msglen", "Length field", U16, DEC,
			    .help = "Octets of all fragments", .ref = "WSC 2.0, 7.7"},
	[ELEMENT] = {"text", "Element", HEADING},
	[TYPE] = {"wps.type", "Data Element Type", U16, HEX, .traits = BORROWED, WORDS(type_words),
		  .help = "What the element tells", .ref = "WSC 2.0, 12"},
	[LENGTH] = {"wps.length", "Data Element Length", U16, DEC, .traits = BORROWED,
		    .help = "Octets of its value", .ref = "WSC 2.0, 12"},
	[VERSION] = {"wps.version", "Version", U8, HEX, .traits = BORROWED, .help = "Version 1.0",
		     .ref = "WSC 2.0, 12"},
	[MESSAGE] = {"wps.message_type", "Message Type", U8, HEX, .traits = BORROWED,
		     .words = &wps_messages, .help = "Which message of the exchange",
		     .ref = "WSC 2.0, 12"},
};

enum { T_MESSAGE = 0x1022, T_VERSION = 0x104a };
enum { WSC_MSG = 4 };
#define LENGTH_FLAG 2

static void put_element(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c, value;
	unsigned type = u16(&peek), len = u16(&peek), number = u8(&peek);
	uint32_t group = open_group(w, c, ELEMENT, 4 + len);

	w->last = group;
	if (type == T_VERSION)
		label_whole(w, "Version: 0x%02x", number);
	else if (type == T_MESSAGE)
		label_whole(w, "Message Type: %s (0x%02x)", row_word(w, MESSAGE, number, "Unknown"),
			    number);
	else
		label_whole(w, "%s", row_word(w, TYPE, type, "Unknown"));
	put(w, c, TYPE, 2);
	put(w, c, LENGTH, 2);
	value = cursor_first(*c, len);
	cursor_take(c, len);
	if (!c->bad && len && (type == T_VERSION || type == T_MESSAGE))
		put(w, &value, type == T_VERSION ? VERSION : MESSAGE, 1);
	shut_group(w, group, NULL);
}

/* Other messages are shown as data once more, from their head on. */
static void put_setup(struct walk *w, struct cursor *c, uint32_t group)
{
	struct cursor all = *c;
	unsigned code = (unsigned)put(w, c, CODE, 1);
	unsigned flags = (unsigned)put(w, c, FLAGS, 1);

	if (c->bad)
		return;
	label_tail_of(w, group, " (Wifi Alliance, WifiProtectedSetup)");
	if (flags & LENGTH_FLAG)
		put(w, c, MESSAGE_LENGTH, 2);
	if (code != WSC_MSG && !c->bad) {
		walk_inside(w, NULL, all);
		cursor_take(c, c->left.wire);
	}
	while (c->left.wire && !c->bad)
		put_element(w, c);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	(void)l;
	put_setup(w, c, w->last);
}

static const struct hang hangs[] = {{"eap.part", 1}, {0}};

const struct proto proto_wps = {
	.brief = "WPS",
	.no_column = true,
	.bare = true,
	.prefix = "eap",
	.spec = "Wi-Fi Simple Configuration 2.0",
	.fields = fields,
	.n_fields = COUNT(fields),
	.hangs = hangs,
	.rest = rest,
};
