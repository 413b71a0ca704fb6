/* SPDX-License-Identifier: BSD-2-Clause */
/* What numbers mean in TLS and DTLS. */
/* IANA's TLS registries. */
#ifndef SHARED_TLS_WORDS_H
#define SHARED_TLS_WORDS_H

#include "core/proto.h"

extern const struct words tls_handshake_types, tls_versions, tls_record_types, tls_alert_levels,
	tls_alert_descs, tls_extension_types, tls_groups, tls_suites, tls_specs, tls_sig_algs,
	tls_sig_hashes, tls_sig_sigs, tls_point_formats, tls_compressions, tls_curve_types,
	tls_psk_modes, tls_name_types, tls_status_types, tls_fragment_lengths,
	tls_cert_request_types, tls_cert_types, tls_heartbeat_types, tls_heartbeat_modes,
	tls_key_updates, tls_cert_compressions, tls_url_types, tls_srtp_profiles, tls_quic_times,
	tls_record_versions;

#endif
