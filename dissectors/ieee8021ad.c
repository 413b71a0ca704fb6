/* SPDX-License-Identifier: BSD-2-Clause */
/* Service tags of provider bridges: one, two (of provider and customer), or over a backbone's. */
/* IEEE Std 802.1Q-2018, 9; formerly 802.1ad and 802.1ah. */
#include "shared/itag.h"
#include "shared/tail.h"

enum {
	IEEE8021AD,
	PRIORITY,
	DEI,
	ID,
	SVID,
	C_PRIORITY,
	C_DEI,
	CVID,
	B_TAG,
	B_PRIORITY,
	B_DEI,
	B_VID,
	ITAG_ROWS,
	TYPE,
	INNER_TYPE,
	TAIL_ROWS,
};

#define HEADER 4
#define TWO_TAGS 8
#define BACKBONE 22
#define BACKBONE_ADDRESSES 8
#define MAC_LEN 6
#define TYPE_SERVICE 0x88a8  /* another service tag, the customer's */
#define TYPE_BACKBONE 0x88e7 /* a backbone's tag */

#define ONE_TAG WHEN_NOT_IN(TYPE, TYPE_SERVICE, TYPE_BACKBONE)
#define NOT_BACKBONE WHEN_NOT_IN(TYPE, TYPE_BACKBONE)
#define OF_TWO WHEN_IN(TYPE, TYPE_SERVICE)
#define OF_BACKBONE .when = &of_backbone
static const struct when of_backbone = {TYPE, false, 1, (const uint32_t[]){TYPE_BACKBONE}, NULL};

/* Which of the three lines it is says the tags that are there. */
static void form_line(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *id = node_below(r, n, ID), *svid = node_below(r, n, SVID);
	const struct node *cvid = node_below(r, n, CVID);

	if (id)
		text_format(t, ", ID: %u", (unsigned)id->u);
	else if (svid && cvid)
		text_format(t, ", S-VID: %u, C-VID: %u", (unsigned)svid->u, (unsigned)cvid->u);
}

static void form_b_tag(struct text *t, const struct record *r, const struct node *n)
{
	const struct node *id = node_below(r, n, B_VID);

	if (id)
		text_format(t, ", B-VID: %u", (unsigned)id->u);
}

#define TYPE_ROW(row, bit, condition)              \
	[row] = {"ieee8021ah.etype",               \
		 "Type",                           \
		 U16,                              \
		 HEX,                              \
		 AT(bit, 16),                      \
		 .words = &ethertypes,             \
		 .traits = BORROWED,               \
		 .fill = FILL_NEXT,                \
		 condition,                        \
		 .help = "What the frame carries", \
		 .ref = "9.4"}

static const struct field fields[] = {
	[IEEE8021AD] = {"ieee8021ad", "IEEE 802.1ad", PROTO, .form = form_line},
	[PRIORITY] = {"ieee8021ad.priority", "Priority", U16, DEC, AT(0, 3), BOX(16, 0),
		      NOT_BACKBONE, .help = "How urgent the frame is", .ref = "9.6"},
	[DEI] = {"ieee8021ad.dei", "DEI", U16, DEC, AT(3, 1), BOX(16, 3), NOT_BACKBONE,
		 .help = "Whether it may be dropped before others", .ref = "9.6"},
	[ID] = {"ieee8021ad.id", "ID", U16, DEC, AT(4, 12), .preset = 1, ONE_TAG,
		.help = "Which service VLAN it belongs to", .ref = "9.6"},
	[SVID] = {"ieee8021ad.svid", "ID", U16, DEC, AT(4, 12), OF_TWO,
		  .help = "Which of the provider's VLANs it belongs to", .ref = "9.6"},
	[C_PRIORITY] = {"ieee8021ad.priority", "Priority", U16, DEC, AT(32, 3), BOX(16, 0), OF_TWO,
			.help = "How urgent the frame is to the customer", .ref = "9.6"},
	[C_DEI] = {"ieee8021ad.dei", "DEI", U16, DEC, AT(35, 1), BOX(16, 3), OF_TWO,
		   .help = "Whether it may be dropped before others", .ref = "9.6"},
	[CVID] = {"ieee8021ad.cvid", "ID", U16, DEC, AT(36, 12), OF_TWO,
		  .help = "Which of the customer's VLANs it belongs to", .ref = "9.6"},
	[B_TAG] = {"ieee8021ad", "B-Tag", PROTO, AT(0, 16), OF_BACKBONE, .form = form_b_tag},
	[B_PRIORITY] = {"ieee8021ad.priority", "Priority", U16, DEC, AT(0, 3), BOX(16, 0),
			.under = B_TAG, OF_BACKBONE, .help = "How urgent the frame is",
			.ref = "9.6"},
	[B_DEI] = {"ieee8021ad.dei", "DEI", U16, DEC, AT(3, 1), BOX(16, 3), .under = B_TAG,
		   OF_BACKBONE, .help = "Whether it may be dropped before others", .ref = "9.6"},
	[B_VID] = {"ieee8021ad.id", "ID", U16, DEC, AT(4, 12), .under = B_TAG, OF_BACKBONE,
		   .help = "Which of the backbone's VLANs it belongs to", .ref = "9.6"},
	ITAG_FIELDS("ieee8021ad", 32, BORROWED, &of_backbone),
	TYPE_ROW(TYPE, 16, ONE_TAG),
	TYPE_ROW(INNER_TYPE, 48, OF_TWO),
	TAIL_FIELDS("ieee8021ah.trailer", BORROWED),
};

static const struct ether_rows ether = {TAIL_NUMBERS};

static uint32_t header_len(const struct layer *l)
{
	switch (VALUE(l, TYPE)) {
	case TYPE_SERVICE:
		return TWO_TAGS;
	case TYPE_BACKBONE:
		return BACKBONE;
	default:
		return HEADER;
	}
}

static void note(struct walk *w, struct layer *l)
{
	(void)w;
	l->column = "802.1ad";
}

/* A backbone's tags have a line of their own. */
static void name_backbone(struct walk *w, const struct layer *l)
{
	struct cursor c = layer_cursor(l, BACKBONE_ADDRESSES);
	struct span dst = cursor_take(&c, MAC_LEN), src = cursor_take(&c, MAC_LEN);
	struct text t = {0};

	if (!w->labels)
		return;
	text_format(&t, "IEEE 802.1ah, B-VID: %u, I-SID: %u, C-Src: ", (unsigned)VALUE(l, B_VID),
		    (unsigned)VALUE(l, I_SID));
	text_hex_bytes(&t, src.p, src.cap, ':');
	text_put(&t, ", C-Dst: ");
	text_hex_bytes(&t, dst.p, dst.cap, ':');
	w->last = l->node;
	label_whole(w, "%s", text_string(&t));
	text_close(&t);
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	unsigned type = TYPE;

	if (l->header == TWO_TAGS)
		type = INNER_TYPE;
	else if (l->header == BACKBONE)
		type = C_TYPE;
	if (type == C_TYPE)
		name_backbone(w, l);
	walk_ethertype(w, l, &ether, VALUE(l, type), *c, FCS_NONE);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	(void)r;
	text_format(t, "PRI: %u  DROP: %u ID: %u", (unsigned)VALUE(l, PRIORITY),
		    (unsigned)VALUE(l, DEI), (unsigned)VALUE(l, ID));
}

static const struct hang hangs[] = {{"ethertype", 0x88a8}, {0}};

const struct proto proto_ieee8021ad = {
	.brief = "IEEE 802.1AD",
	.spec = "IEEE Std 802.1Q-2018",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEADER,
	.header_len = header_len,
	.next = {.table = "ethertype", .via = "ethertype"},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
