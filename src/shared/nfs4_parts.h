/* SPDX-License-Identifier: BSD-2-Clause */
/* Network File System 4: the parts that stand in tables of their own. */
/* RFC 7530. */
#ifndef SHARED_NFS4_PARTS_H
#define SHARED_NFS4_PARTS_H

/* What hangs in "nfs.compound": compounds by their version, and lists of attributes. */
enum { NFS4_COMPOUND = 4, NFS4_ATTRIBUTES = 256 };

#endif
