/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers of the pcapng format that reader and writer share. */
#ifndef CAPTURE_PCAPNG_H
#define CAPTURE_PCAPNG_H

#include <stdint.h>

#define BLOCK_SHB UINT32_C(0x0a0d0d0a) /* section header */
#define BLOCK_IDB UINT32_C(1)          /* interface description */
#define BLOCK_PB UINT32_C(2)           /* packet, obsolete */
#define BLOCK_SPB UINT32_C(3)          /* simple packet */
#define BLOCK_NRB UINT32_C(4)          /* name resolution */
#define BLOCK_ISB UINT32_C(5)          /* interface statistics */
#define BLOCK_EPB UINT32_C(6)          /* enhanced packet */
#define BLOCK_DSB UINT32_C(10)         /* decryption secrets */
#define BLOCK_CB UINT32_C(0x00000bad)  /* custom, may be copied by anybody */
#define BLOCK_CB_NO_COPY UINT32_C(0x40000bad)

#define BYTE_ORDER_MAGIC UINT32_C(0x1a2b3c4d)

enum {
	OPT_END = 0,
	OPT_COMMENT = 1,
	OPT_CUSTOM_FIRST = 2988, /* custom options begin with an enterprise number */
	SHB_USERAPPL = 4,
	IF_NAME = 2,
	IF_DESCRIPTION = 3,
	IF_SPEED = 8,
	IF_TSRESOL = 9,
	IF_FCSLEN = 13,
	IF_TSOFFSET = 14,
	ISB_IFRECV = 4,
	ISB_IFDROP = 5,
	ISB_OSDROP = 7,
	ISB_USRDELIV = 8,
	EPB_FLAGS = 2,
	EPB_DROPCOUNT = 4,
	EPB_PACKETID = 5,
	EPB_QUEUE = 6,
};

#endif
