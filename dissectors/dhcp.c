/* SPDX-License-Identifier: BSD-2-Clause */
/* Dynamic Host Configuration Protocol, and BOOTP before it. */
/* RFC 2131 and RFC 2132 (options). */
#include "core/walk.h"

enum {
	DHCP,
	TYPE,
	HW_TYPE,
	HW_LEN,
	HOPS,
	ID,
	SECS_LE,
	SECS,
	FLAGS,
	BC,
	RESERVED,
	CIADDR,
	YIADDR,
	SIADDR,
	GIADDR,
	HW_ADDR,
	MAC_ADDR,
	HW_PADDING,
	SERVER,
	FILE_NAME,
	COOKIE,
	BOOTP_OPTIONS,
	OPTION,
	LENGTH,
	O_VALUE,
	MESSAGE_TYPE,
	REQUEST_ITEM,
	O_SUBNET_MASK,
	O_TIME_OFFSET,
	O_ROUTER,
	O_TIME_SERVER,
	O_NAME_SERVER,
	O_DOMAIN_NAME_SERVER,
	O_LOG_SERVER,
	O_QUOTES_SERVER,
	O_LPR_SERVER,
	O_IMPRESS_SERVER,
	O_RESOURCE_LOCATION_SERVER,
	O_HOSTNAME,
	O_BOOT_FILE_SIZE,
	O_MERIT_DUMP_FILE,
	O_DOMAIN_NAME,
	O_SWAP_SERVER,
	O_ROOT_PATH,
	O_EXTENSION_PATH,
	O_IP_FORWARDING,
	O_NON_LOCAL_SOURCE_ROUTING,
	O_MAX_DATAGRAM_REASSEMBLY_SIZE,
	O_DEFAULT_IP_TTL,
	O_PATH_MTU_AGING_TIMEOUT,
	O_PATH_MTU_PLATEAU_TABLE_ITEM,
	O_INTERFACE_MTU,
	O_ALL_SUBNETS_ARE_LOCAL,
	O_BROADCAST_ADDRESS,
	O_PERFORM_MASK_DISCOVERY,
	O_MASK_SUPPLIER,
	O_PERFORM_ROUTER_DISCOVER,
	O_ROUTER_SOLICITATION_ADDRESS,
	O_TRAILER_ENCAPSULATION,
	O_ARP_CACHE_TIMEOUT,
	O_ETHERNET_ENCAPSULATION,
	O_TCP_DEFAULT_TTL,
	O_TCP_KEEPALIVE_INTERVAL,
	O_TCP_KEEPALIVE_GARBAGE,
	O_NIS_DOMAIN,
	O_NIS_SERVER,
	O_NTP_SERVER,
	O_NETBIOS_OVER_TCPIP_NAME_SERVER,
	O_NETBIOS_OVER_TCPIP_DD_NAME_SERVER,
	O_NETBIOS_OVER_TCPIP_NODE_TYPE,
	O_NETBIOS_OVER_TCPIP_SCOPE,
	O_XWINDOWS_SYSTEM_FONT_SERVER,
	O_XWINDOWS_SYSTEM_DISPLAY_MANAGER,
	O_REQUESTED_IP_ADDRESS,
	O_IP_ADDRESS_LEASE_TIME,
	O_DHCP_SERVER_ID,
	O_MESSAGE,
	O_DHCP_MAX_MESSAGE_SIZE,
	O_RENEWAL_TIME_VALUE,
	O_REBINDING_TIME_VALUE,
	O_VENDOR_CLASS_ID,
	O_NIS_PLUS_DOMAIN,
	O_NIS_PLUS_SERVER,
	O_TFTP_SERVER_NAME,
	O_BOOTFILE_NAME,
	O_MOBILE_IP_HOME_AGENT,
	O_SMTP_SERVER,
	O_POP3_SERVER,
	O_NNTP_SERVER,
	O_DEFAULT_WWW_SERVER,
	O_DEFAULT_FINGER_SERVER,
	O_DEFAULT_IRC_SERVER,
	O_STREETTALK_SERVER,
	O_STREETTALK_DA_SERVER,
	O_NOVELL_DSS_IP,
	O_NOVELL_DS_TREE_NAME,
	O_NOVELL_DS_CONTEXT,
	O_CLIENT_LAST_TRANSACTION_TIME,
	O_ASSOCIATED_IP_OPTION,
	O_CLIENT_SYSTEM_ARCHITECTURE,
	O_TZ_PCODE,
	O_TZ_TCODE,
	O_NETINFO_PARENT_SERVER_ADDRESS,
	O_NETINFO_PARENT_SERVER_TAG,
	O_CAPTIVE_PORTAL,
	O_DHCP_AUTO_CONFIGURATION,
	O_SUBNET_SELECTION_OPTION,
	O_CL_DSS_ID_OPTION,
	O_PANA_AGENT,
	O_LOST_SERVER_DOMAIN_NAME,
	O_CAPWAP_ACCESS_CONTROLLER,
	O_ANDSF_SERVER,
	O_FORCERENEW_NONCE_ALGORITHM,
	O_TFTP_SERVER_ADDRESS,
	O_BULK_LEASE_STATUS_CODE,
	O_BULK_LEASE_BASE_TIME,
	O_BULK_LEASE_START_TIME_OF_STATE,
	O_BULK_LEASE_QUERY_START_TIME,
	O_BULK_LEASE_QUERY_END_TIME,
	O_BULK_LEASE_DHCP_STATE,
	O_BULK_LEASE_DATA_SOURCE,
	O_MUDURL,
	O_PXE_CONFIG_FILE,
	O_PXE_PATH_PREFIX,
	O_VENDOR_AVAYA,
	O_PRIVATE_PROXY_AUTODISCOVERY,
	ID_TYPE,
	ID_MAC,
	ID_KIND,
	ID_UNDEF,
	O_OVERLOAD,
	O_UNKNOWN,
	END,
	PADDING,
};

static const struct word names[] = {
	{0, "Padding"},
	{1, "Subnet Mask"},
	{2, "Time Offset"},
	{3, "Router"},
	{4, "Time Server"},
	{5, "Name Server"},
	{6, "Domain Name Server"},
	{7, "Log Server"},
	{8, "Quotes Server"},
	{9, "LPR Server"},
	{10, "Impress Server"},
	{11, "Resource Location Server"},
	{12, "Host Name"},
	{13, "Boot File Size"},
	{14, "Merit Dump File"},
	{15, "Domain Name"},
	{16, "Swap Server"},
	{17, "Root Path"},
	{18, "Extensions Path"},
	{19, "IP Forwarding"},
	{20, "Non-Local Source Routing"},
	{21, "Policy Filter"},
	{22, "Maximum Datagram Reassembly Size"},
	{23, "Default IP Time-to-Live"},
	{24, "Path MTU Aging Timeout"},
	{25, "Path MTU Plateau Table"},
	{26, "Interface MTU"},
	{27, "All Subnets are Local"},
	{28, "Broadcast Address"},
	{29, "Perform Mask Discovery"},
	{30, "Mask Supplier"},
	{31, "Perform Router Discover"},
	{32, "Router Solicitation Address"},
	{33, "Static Route"},
	{34, "Trailer Encapsulation"},
	{35, "ARP Cache Timeout"},
	{36, "Ethernet Encapsulation"},
	{37, "TCP Default TTL"},
	{38, "TCP Keepalive Interval"},
	{39, "TCP Keepalive Garbage"},
	{40, "Network Information Service Domain"},
	{41, "Network Information Service Servers"},
	{42, "Network Time Protocol Servers"},
	{43, "Vendor-Specific Information"},
	{44, "NetBIOS over TCP/IP Name Server"},
	{45, "NetBIOS over TCP/IP Datagram Distribution Name Server"},
	{46, "NetBIOS over TCP/IP Node Type"},
	{47, "NetBIOS over TCP/IP Scope"},
	{48, "X Window System Font Server"},
	{49, "X Window System Display Manager"},
	{50, "Requested IP Address"},
	{51, "IP Address Lease Time"},
	{52, "Option Overload"},
	{53, "DHCP Message Type"},
	{54, "DHCP Server Identifier"},
	{55, "Parameter Request List"},
	{56, "Message"},
	{57, "Maximum DHCP Message Size"},
	{58, "Renewal Time Value"},
	{59, "Rebinding Time Value"},
	{60, "Vendor class identifier"},
	{61, "Client identifier"},
	{62, "Novell/Netware IP domain"},
	{63, "Novell Options"},
	{64, "Network Information Service+ Domain"},
	{65, "Network Information Service+ Servers"},
	{66, "TFTP Server Name"},
	{67, "Bootfile name"},
	{68, "Mobile IP Home Agent"},
	{69, "SMTP Server"},
	{70, "POP3 Server"},
	{71, "NNTP Server"},
	{72, "Default WWW Server"},
	{73, "Default Finger Server"},
	{74, "Default IRC Server"},
	{75, "StreetTalk Server"},
	{76, "StreetTalk Directory Assistance Server"},
	{77, "User Class Information"},
	{78, "Directory Agent Information"},
	{79, "Service Location Agent Scope"},
	{80, "Rapid commit"},
	{81, "Client Fully Qualified Domain Name"},
	{82, "Agent Information Option"},
	{83, "iSNS"},
	{84, "Removed/Unassigned"},
	{85, "Novell Directory Services Servers"},
	{86, "Novell Directory Services Tree Name"},
	{87, "Novell Directory Services Context"},
	{88, "BCMCS Controller Domain Name [TODO:RFC4280]"},
	{89, "BCMCS Controller IPv4 address [TODO:RFC4280]"},
	{90, "Authentication"},
	{91, "Client last transaction time"},
	{92, "Associated IP option"},
	{93, "Client System Architecture"},
	{94, "Client Network Device Interface"},
	{95, "LDAP [TODO:RFC3679]"},
	{96, "Removed/Unassigned"},
	{97, "UUID/GUID-based Client Identifier"},
	{98, "Open Group's User Authentication [TODO:RFC2485]"},
	{99, "Civic Addresses Configuration"},
	{100, "PCode"},
	{101, "TCode"},
	{102, "Removed/unassigned"},
	{103, "Removed/unassigned"},
	{104, "Removed/unassigned"},
	{105, "Removed/unassigned"},
	{106, "Removed/unassigned"},
	{107, "Removed/unassigned"},
	{108, "IPv6-Only Preferred"},
	{109, "Unassigned"},
	{110, "Removed/Unassigned"},
	{111, "Unassigned"},
	{112, "NetInfo Parent Server Address"},
	{113, "NetInfo Parent Server Tag"},
	{114, "DHCP Captive-Portal"},
	{115, "Removed/Unassigned"},
	{116, "DHCP Auto-Configuration"},
	{117, "Name Service Search"},
	{118, "Subnet Selection Option"},
	{119, "Domain Search"},
	{120, "SIP Servers"},
	{121, "Classless Static Route"},
	{122, "CableLabs Client Configuration [TODO:RFC3495]"},
	{123, "Coordinate-based Location Configuration"},
	{124, "V-I Vendor Class"},
	{125, "V-I Vendor-specific Information"},
	{126, "Removed/Unassigned"},
	{127, "Removed/Unassigned"},
	{128, "DOCSIS full security server IP [TODO]"},
	{129, "PXE - undefined (vendor specific)"},
	{130, "PXE - undefined (vendor specific)"},
	{131, "PXE - undefined (vendor specific)"},
	{132, "PXE - undefined (vendor specific)"},
	{133, "PXE - undefined (vendor specific)"},
	{134, "PXE - undefined (vendor specific)"},
	{135, "PXE - undefined (vendor specific)"},
	{136, "PANA Authentication Agent"},
	{137, "LoST Server Domain Name"},
	{138, "CAPWAP Access Controllers"},
	{139, "IPv4 Address-MoS"},
	{140, "IPv4 FQDN-MoS"},
	{141, "SIP UA Configuration Domains"},
	{142, "IPv4 Address ANDSF"},
	{143, "Zerotouch Redirect [TODO: draft-ietf-netconf-zerotouch]"},
	{144, "Geospatial Location [TODO:RFC6225]"},
	{145, "Forcerenew Nonce Capable"},
	{146, "RDNSS Selection"},
	{147, "Unassigned"},
	{148, "Unassigned"},
	{149, "Unassigned"},
	{150, "TFTP Server Address"},
	{151, "Leasequery Status code"},
	{152, "Leasequery Base Time"},
	{153, "Leasequery Start Time of State"},
	{154, "Leasequery Query Start Time"},
	{155, "Leasequery Query End Time"},
	{156, "Leasequery Dhcp State"},
	{157, "Leasequery Data Source"},
	{158, "PCP Server"},
	{159, "Portparams"},
	{160, "Unassigned (ex DHCP Captive-Portal)"},
	{161, "Manufacturer Usage Description"},
	{162, "Unassigned"},
	{163, "Unassigned"},
	{164, "Unassigned"},
	{165, "Unassigned"},
	{166, "Unassigned"},
	{167, "Unassigned"},
	{168, "Unassigned"},
	{169, "Unassigned"},
	{170, "Unassigned"},
	{171, "Unassigned"},
	{172, "Unassigned"},
	{173, "Unassigned"},
	{174, "Unassigned"},
	{175, "Etherboot"},
	{176, "IP Telephone"},
	{177, "Etherboot"},
	{178, "Unassigned"},
	{179, "Unassigned"},
	{180, "Unassigned"},
	{181, "Unassigned"},
	{182, "Unassigned"},
	{183, "Unassigned"},
	{184, "Unassigned"},
	{185, "Unassigned"},
	{186, "Unassigned"},
	{187, "Unassigned"},
	{188, "Unassigned"},
	{189, "Unassigned"},
	{190, "Unassigned"},
	{191, "Unassigned"},
	{192, "Unassigned"},
	{193, "Unassigned"},
	{194, "Unassigned"},
	{195, "Unassigned"},
	{196, "Unassigned"},
	{197, "Unassigned"},
	{198, "Unassigned"},
	{199, "Unassigned"},
	{200, "Unassigned"},
	{201, "Unassigned"},
	{202, "Unassigned"},
	{203, "Unassigned"},
	{204, "Unassigned"},
	{205, "Unassigned"},
	{206, "Unassigned"},
	{207, "Unassigned"},
	{208, "PXELINUX Magic"},
	{209, "PXE Configuration file"},
	{210, "PXE Path Prefix"},
	{211, "Reboot Time"},
	{212, "6RD"},
	{213, "V4 Access Domain"},
	{214, "Unassigned"},
	{215, "Unassigned"},
	{216, "Unassigned"},
	{217, "Unassigned"},
	{218, "Unassigned"},
	{219, "Unassigned"},
	{220, "Subnet Allocation"},
	{221, "Virtual Subnet Selection"},
	{222, "Unassigned"},
	{223, "Unassigned"},
	{224, "Private"},
	{225, "Private"},
	{226, "Private"},
	{227, "Private"},
	{228, "Private"},
	{229, "Private"},
	{230, "Private"},
	{231, "Private"},
	{232, "Private"},
	{233, "Private"},
	{234, "Private"},
	{235, "Private"},
	{236, "Private"},
	{237, "Private"},
	{238, "Private"},
	{239, "Private"},
	{240, "Private"},
	{241, "Private"},
	{242, "Private/Avaya IP Telephone"},
	{243, "Private"},
	{244, "Private"},
	{245, "Private"},
	{246, "Private"},
	{247, "Private"},
	{248, "Private"},
	{249, "Private/Classless Static Route (Microsoft)"},
	{250, "Private"},
	{251, "Private"},
	{252, "Private/Proxy autodiscovery"},
	{253, "Private"},
	{254, "Private"},
};

static const struct word hardware[] = {
	{0, "NET/ROM pseudo"},
	{1, "Ethernet"},
	{2, "Experimental Ethernet"},
	{3, "AX.25"},
	{4, "ProNET"},
	{5, "Chaos"},
	{6, "IEEE 802"},
	{7, "ARCNET"},
	{8, "Hyperchannel"},
	{9, "Lanstar"},
	{10, "Autonet Short Address"},
	{11, "Localtalk"},
	{12, "LocalNet"},
	{13, "Ultra link"},
	{14, "SMDS"},
	{15, "Frame Relay DLCI"},
	{16, "ATM"},
	{17, "HDLC"},
	{18, "Fibre Channel"},
	{19, "ATM (RFC 2225)"},
	{20, "Serial Line"},
	{21, "ATM"},
	{22, "MIL-STD-188-220"},
	{23, "Metricom STRIP"},
	{24, "IEEE 1394.1995"},
	{25, "MAPOS"},
	{26, "Twinaxial"},
	{27, "EUI-64"},
	{28, "HIPARP"},
	{29, "IP and ARP over ISO 7816-3"},
	{30, "ARPSec"},
	{31, "IPsec tunnel"},
	{32, "InfiniBand"},
	{33, "TIA-102 Project 25 CAI"},
	{34, "Wiegand Interface"},
	{35, "Pure IP"},
	{36, "Experimental 1"},
	{37, "HFI"},
	{256, "Experimental 2"},
	{257, "AEthernet"},
	{260, "Notional KISS type"},
	{264, "ADAPT"},
	{270, "ROSE"},
	{271, "CCITT X.25"},
	{272, "Boards with X.25 in firmware"},
	{280, "Controller Area Network"},
	{512, "PPP"},
	{513, "Cisco HDLC"},
	{516, "LAPB"},
	{517, "Digital's DDCMP protocol"},
	{518, "Raw HDLC"},
	{519, "Raw IP"},
	{768, "IPIP tunnel"},
	{769, "IP6IP6 tunnel"},
	{770, "Frame Relay Access Device"},
	{771, "SKIP vif"},
	{772, "Loopback"},
	{774, "Fiber Distributed Data Interface"},
	{775, "AP1000 BIF"},
	{776, "sit0 device - IPv6-in-IPv4"},
	{777, "IP over DDP tunneller"},
	{778, "GRE over IP"},
	{779, "PIMSM register interface"},
	{780, "High Performance Parallel Interface"},
	{781, "Nexus 64Mbps Ash"},
	{782, "Acorn Econet"},
	{783, "Linux-IrDA"},
	{784, "Point to point fibrechannel"},
	{785, "Fibrechannel arbitrated loop"},
	{786, "Fibrechannel public loop"},
	{787, "Fibrechannel fabric"},
	{800, "Magic type ident for TR"},
	{801, "IEEE 802.11"},
	{802, "IEEE 802.11 + Prism2 header"},
	{803, "IEEE 802.11 + radiotap header"},
	{804, "IEEE 802.15.4"},
	{805, "IEEE 802.15.4 network monitor"},
	{820, "PhoNet media type"},
	{821, "PhoNet pipe header"},
	{822, "CAIF media type"},
	{823, "GRE over IPv6"},
	{824, "Netlink"},
	{825, "IPv6 over LoWPAN"},
	{826, "Vsock monitor header"},
	{65534, "zero header length"},
	{65535, "Void type, nothing is known"},
};

/* What the parts of the message find in its state, and when it was begun. */
struct dhcp_state {
	uint64_t code; /* of the option at hand */
	uint64_t rows; /* nodes before those of the message */
	uint64_t secs; /* seconds elapsed that came with the wrong octet first */
	uint64_t cut;  /* it isn't captured up to its options' end; ABSENT: it is */
};

static const struct word words_type[] = {
	{1, "Boot Request"},
	{2, "Boot Reply"},
};

static const struct word words_flags_bc[] = {
	{0, "Unicast"},
	{1, "Broadcast"},
};

static const struct word words_option_dhcp[] = {
	{1, "Discover"},
	{2, "Offer"},
	{3, "Request"},
	{4, "Decline"},
	{5, "ACK"},
	{6, "NAK"},
	{7, "Release"},
	{8, "Inform"},
	{9, "Force Renew"},
	{10, "Lease query"},
	{11, "Lease Unassigned"},
	{12, "Lease Unknown"},
	{13, "Lease Active"},
	{14, "Bulk Lease Query"},
	{15, "Lease Query Done"},
	{16, "Active LeaseQuery"},
	{17, "Lease Query Status"},
	{18, "TLS"},
};

static const struct word words_option_ip_forwarding[] = {
	{0, "Disabled"},
	{1, "Enabled"},
};

static const struct word words_option_netbios_over_tcpip_node_type[] = {
	{1, "B-node"},
	{2, "P-node"},
	{4, "M-node"},
	{8, "H-node"},
};

static const struct word words_option_client_system_architecture[] = {
	{0, "IA x86 PC"},
	{1, "NEC/PC98"},
	{2, "IA64 PC"},
	{3, "DEC Alpha"},
	{4, "ArcX86"},
	{5, "Intel Lean Client"},
	{6, "EFI IA32"},
	{7, "EFI x64"},
	{8, "EFI Xscale"},
	{9, "EFI BC"},
	{10, "ARM 32-bit UEFI"},
	{11, "ARM 64-bit UEFI"},
	{12, "PowerPC Open Firmware"},
	{13, "PowerPC ePAPR"},
	{14, "POWER OPAL v3"},
	{15, "x86 UEFI HTTP"},
	{16, "x64 UEFI HTTP"},
	{17, "EBC UEFI HTTP"},
	{18, "ARM 32-bit UEFI HTTP"},
	{19, "ARM 64-bit UEFI HTTP"},
	{20, "PC/AT HTTP"},
	{21, "ARM 32-bit uboot"},
	{22, "ARM 64-bit uboot"},
	{23, "ARM 32-bit uboot HTTP"},
	{24, "ARM 64-bit uboot HTTP"},
	{25, "RISC-V 32-bit UEFI"},
	{26, "RISC-V 32-bit UEFI HTTP"},
	{27, "RISC-V 64-bit UEFI"},
	{28, "RISC-V 64-bit UEFI HTTP"},
	{29, "RISC-V 128-bit UEFI"},
	{30, "RISC-V 128-bit UEFI HTTP"},
	{31, "s390 Basic"},
	{32, "s390 Extended"},
};

static const struct word words_option_dhcp_auto_configuration[] = {
	{0, "DoNotAutoConfigure"},
	{1, "AutoConfigure"},
};

static const struct word words_option_cl_dss_id_option[] = {
	{1, "Primary DSS_ID"},
	{2, "Secondary DSS_ID"},
	{3, "NAD83 (MLLW)"},
};

static const struct word words_option_forcerenew_nonce_algorithm[] = {
	{1, "HMAC-MD5"},
};

static const struct word words_option_bulk_lease_status_code[] = {
	{0, "Success"},        {1, "UpsecFail"},  {2, "QueryTerminated"},
	{3, "MalformedQuery"}, {4, "NotAllowed"},
};

static const struct word words_option_bulk_lease_dhcp_state[] = {
	{1, "Available"}, {2, "Active"}, {3, "Expired"}, {4, "Released"},
	{5, "Abandoned"}, {6, "Reset"},  {7, "Remote"},  {8, "Transitioning"},
};

static const struct word words_option_bulk_lease_data_source[] = {
	{0, "Local"},
	{1, "Remote"},
};

static const struct word overload_words[] = {
	{1, "Boot file name holds options"},
	{2, "Server host name holds options"},
	{3, "Boot file and server host names hold options"},
};

static void form_flags(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_put(t, "0x");
	text_hex(t, n->u, 4);
	text_put(t, n->u & 0x8000 ? " (Broadcast)" : " (Unicast)");
}

static void form_seconds(struct text *t, const struct record *r, const struct node *n)
{
	(void)r;
	text_format(t, "(%us) ", (unsigned)n->u);
	if (n->u == UINT32_MAX)
		text_put(t, "infinity");
	else
		text_duration(t, n->u, 0);
}

static const struct field fields[] = {
	[DHCP] = {"dhcp", "Dynamic Host Configuration Protocol", PROTO},
	[TYPE] = {"dhcp.type", "Message type", U8, DEC, WORDS(words_type), AT(0, 8),
		  .help = "Question or answer", .ref = "2"},
	[HW_TYPE] = {"dhcp.hw.type", "Hardware type", U8, HEX, AT(8, 8), WORDS(hardware),
		     .help = "What kind of hardware address", .ref = "2"},
	[HW_LEN] = {"dhcp.hw.len", "Hardware address length", U8, DEC, AT(16, 8),
		    .help = "Octets of it", .ref = "2"},
	[HOPS] = {"dhcp.hops", "Hops", U8, DEC, AT(24, 8), .help = "Relays passed", .ref = "2"},
	[ID] = {"dhcp.id", "Transaction ID", U32, HEX, AT(32, 32), .fill = FILL_RANDOM,
		.help = "Joins question and answer", .ref = "2"},
	[SECS_LE] = {"dhcp.secs", "Seconds elapsed", U16, DEC, KNOWN(struct dhcp_state, secs),
		     .help = "The same by a client with the wrong octet first", .ref = "2"},
	[SECS] = {"dhcp.secs", "Seconds elapsed", U16, DEC, AT(64, 16), UNLESS(SECS_LE),
		  .help = "Seconds that the client has tried", .ref = "2"},
	[FLAGS] = {"dhcp.flags", "Bootp flags", U16, HEX, AT(80, 16), .form = form_flags,
		   .help = "All flags", .ref = "2"},
	[BC] = {"dhcp.flags.bc", "Broadcast flag", BOOL, AT(80, 1), BOX(16, 0), .under = FLAGS,
		WORDS(words_flags_bc), .help = "The answer is to be a broadcast", .ref = "2"},
	[RESERVED] = {"dhcp.flags.reserved", "Reserved flags", U16, HEX, AT(81, 15), BOX(16, 1),
		      .under = FLAGS, .help = "Always 0", .ref = "2"},
	[CIADDR] = {"dhcp.ip.client", "Client IP address", IPV4, AT(96, 32),
		    .help = "The address that it has", .ref = "2"},
	[YIADDR] = {"dhcp.ip.your", "Your (client) IP address", IPV4, AT(128, 32),
		    .help = "The address that it is given", .ref = "2"},
	[SIADDR] = {"dhcp.ip.server", "Next server IP address", IPV4, AT(160, 32),
		    .help = "The server to go on with", .ref = "2"},
	[GIADDR] = {"dhcp.ip.relay", "Relay agent IP address", IPV4, AT(192, 32),
		    .help = "The relay", .ref = "2"},
	[HW_ADDR] = {"dhcp.hw.addr", "Client hardware address", BYTES,
		     .help = "Whose question it is", .ref = "2"},
	[MAC_ADDR] = {"dhcp.hw.mac_addr", "Client MAC address", ETHER,
		      .help = "Whose question it is", .ref = "2"},
	[HW_PADDING] = {"dhcp.hw.addr_padding", "Client hardware address padding", BYTES,
			.help = "Fills the place of longer addresses", .ref = "2"},
	[SERVER] = {"dhcp.server", "Server host name", STRING, .traits = ZSTRING,
		    .help = "Name of the server", .ref = "2"},
	[FILE_NAME] = {"dhcp.file", "Boot file name", STRING, .traits = ZSTRING,
		       .help = "What to boot", .ref = "2"},
	[COOKIE] = {"dhcp.cookie", "Magic cookie", IPV4, .help = "Options follow", .ref = "2"},
	[BOOTP_OPTIONS] = {"dhcp.vendor_specific_options", "Bootp vendor specific options", BYTES,
			   .help = "Of the old protocol", .ref = "RFC 951, 3"},
	[OPTION] = {"dhcp.option.type", "Option", U8, DEC, WORDS(names), .help = "Which option",
		    .ref = "RFC 2132, 2"},
	[LENGTH] = {"dhcp.option.length", "Length", U8, DEC, .under = OPTION,
		    .help = "Octets of its value", .ref = "RFC 2132, 2"},
	[O_VALUE] = {"dhcp.option.value", "Value", BYTES, .under = OPTION, .traits = HIDDEN,
		     .help = "Its value", .ref = "RFC 2132, 2"},
	[MESSAGE_TYPE] = {"dhcp.option.dhcp", "DHCP", U8, DEC, .under = OPTION,
			  WORDS(words_option_dhcp), .help = "What it is for",
			  .ref = "RFC 2132, 9.6"},
	[REQUEST_ITEM] = {"dhcp.option.request_list_item", "Parameter Request List Item", U8, DEC,
			  .under = OPTION, WORDS(names), .help = "An option that is wanted",
			  .ref = "RFC 2132, 9.8"},
	[O_SUBNET_MASK] = {"dhcp.option.subnet_mask", "Subnet Mask", IPV4, .under = OPTION,
			   .help = "Subnet Mask", .ref = "RFC 2132, 2"},
	[O_TIME_OFFSET] = {"dhcp.option.time_offset", "Time Offset", I32, DEC, .under = OPTION,
			   .help = "Time Offset", .ref = "RFC 2132, 2"},
	[O_ROUTER] = {"dhcp.option.router", "Router", IPV4, .under = OPTION, .help = "Router",
		      .ref = "RFC 2132, 2"},
	[O_TIME_SERVER] = {"dhcp.option.time_server", "Time Server", IPV4, .under = OPTION,
			   .help = "Time Server", .ref = "RFC 2132, 2"},
	[O_NAME_SERVER] = {"dhcp.option.name_server", "Name Server", IPV4, .under = OPTION,
			   .help = "Name Server", .ref = "RFC 2132, 2"},
	[O_DOMAIN_NAME_SERVER] = {"dhcp.option.domain_name_server", "Domain Name Server", IPV4,
				  .under = OPTION, .help = "Domain Name Server",
				  .ref = "RFC 2132, 2"},
	[O_LOG_SERVER] = {"dhcp.option.log_server", "Log Server", IPV4, .under = OPTION,
			  .help = "Log Server", .ref = "RFC 2132, 2"},
	[O_QUOTES_SERVER] = {"dhcp.option.quotes_server", "Quotes Server", IPV4, .under = OPTION,
			     .help = "Quotes Server", .ref = "RFC 2132, 2"},
	[O_LPR_SERVER] = {"dhcp.option.lpr_server", "LPR Server", IPV4, .under = OPTION,
			  .help = "LPR Server", .ref = "RFC 2132, 2"},
	[O_IMPRESS_SERVER] = {"dhcp.option.impress_server", "Impress Server", IPV4, .under = OPTION,
			      .help = "Impress Server", .ref = "RFC 2132, 2"},
	[O_RESOURCE_LOCATION_SERVER] = {"dhcp.option.resource_location_server",
					"Resource Location Server", IPV4, .under = OPTION,
					.help = "Resource Location Server", .ref = "RFC 2132, 2"},
	[O_HOSTNAME] = {"dhcp.option.hostname", "Host Name", STRING, .under = OPTION,
			.traits = ZSTRING, .help = "Host Name", .ref = "RFC 2132, 2"},
	[O_BOOT_FILE_SIZE] = {"dhcp.option.boot_file_size", "Boot File Size", U16, DEC,
			      .under = OPTION, .help = "Boot File Size", .ref = "RFC 2132, 2"},
	[O_MERIT_DUMP_FILE] = {"dhcp.option.merit_dump_file", "Merit Dump File", STRING,
			       .under = OPTION, .traits = ZSTRING, .help = "Merit Dump File",
			       .ref = "RFC 2132, 2"},
	[O_DOMAIN_NAME] = {"dhcp.option.domain_name", "Domain Name", STRING, .under = OPTION,
			   .traits = ZSTRING, .help = "Domain Name", .ref = "RFC 2132, 2"},
	[O_SWAP_SERVER] = {"dhcp.option.swap_server", "Swap Server", IPV4, .under = OPTION,
			   .help = "Swap Server", .ref = "RFC 2132, 2"},
	[O_ROOT_PATH] = {"dhcp.option.root_path", "Root Path", STRING, .under = OPTION,
			 .traits = ZSTRING, .help = "Root Path", .ref = "RFC 2132, 2"},
	[O_EXTENSION_PATH] = {"dhcp.option.extension_path", "Extensions Path", STRING,
			      .under = OPTION, .traits = ZSTRING, .help = "Extensions Path",
			      .ref = "RFC 2132, 2"},
	[O_IP_FORWARDING] = {"dhcp.option.ip_forwarding", "IP Forwarding", BOOL, .under = OPTION,
			     WORDS(words_option_ip_forwarding), .help = "IP Forwarding",
			     .ref = "RFC 2132, 2"},
	[O_NON_LOCAL_SOURCE_ROUTING] = {"dhcp.option.non_local_source_routing",
					"Non-Local Source Routing", BOOL, .under = OPTION,
					WORDS(words_option_ip_forwarding),
					.help = "Non-Local Source Routing", .ref = "RFC 2132, 2"},
	[O_MAX_DATAGRAM_REASSEMBLY_SIZE] = {"dhcp.option.max_datagram_reassembly_size",
					    "Maximum Datagram Reassembly Size", U16, DEC,
					    .under = OPTION,
					    .help = "Maximum Datagram Reassembly Size",
					    .ref = "RFC 2132, 2"},
	[O_DEFAULT_IP_TTL] = {"dhcp.option.default_ip_ttl", "Default IP Time-to-Live", U8, DEC,
			      .under = OPTION, .help = "Default IP Time-to-Live",
			      .ref = "RFC 2132, 2"},
	[O_PATH_MTU_AGING_TIMEOUT] = {"dhcp.option.path_mtu_aging_timeout",
				      "Path MTU Aging Timeout", U32, DEC, .under = OPTION,
				      .form = form_seconds, .help = "Path MTU Aging Timeout",
				      .ref = "RFC 2132, 2"},
	[O_PATH_MTU_PLATEAU_TABLE_ITEM] = {"dhcp.option.path_mtu_plateau_table_item",
					   "Path MTU Plateau Table Item", U16, DEC, .under = OPTION,
					   .help = "Path MTU Plateau Table Item",
					   .ref = "RFC 2132, 2"},
	[O_INTERFACE_MTU] = {"dhcp.option.interface_mtu", "Interface MTU", U16, DEC,
			     .under = OPTION, .help = "Interface MTU", .ref = "RFC 2132, 2"},
	[O_ALL_SUBNETS_ARE_LOCAL] = {"dhcp.option.all_subnets_are_local", "All Subnets are Local",
				     BOOL, .under = OPTION, WORDS(yes_no),
				     .help = "All Subnets are Local", .ref = "RFC 2132, 2"},
	[O_BROADCAST_ADDRESS] = {"dhcp.option.broadcast_address", "Broadcast Address", IPV4,
				 .under = OPTION, .help = "Broadcast Address",
				 .ref = "RFC 2132, 2"},
	[O_PERFORM_MASK_DISCOVERY] = {"dhcp.option.perform_mask_discovery",
				      "Perform Mask Discovery", BOOL, .under = OPTION,
				      WORDS(words_option_ip_forwarding),
				      .help = "Perform Mask Discovery", .ref = "RFC 2132, 2"},
	[O_MASK_SUPPLIER] = {"dhcp.option.mask_supplier", "Mask Supplier", BOOL, .under = OPTION,
			     WORDS(yes_no), .help = "Mask Supplier", .ref = "RFC 2132, 2"},
	[O_PERFORM_ROUTER_DISCOVER] = {"dhcp.option.perform_router_discover",
				       "Perform Router Discover", BOOL, .under = OPTION,
				       WORDS(words_option_ip_forwarding),
				       .help = "Perform Router Discover", .ref = "RFC 2132, 2"},
	[O_ROUTER_SOLICITATION_ADDRESS] = {"dhcp.option.router_solicitation_address",
					   "Router Solicitation Address", IPV4, .under = OPTION,
					   .help = "Router Solicitation Address",
					   .ref = "RFC 2132, 2"},
	[O_TRAILER_ENCAPSULATION] = {"dhcp.option.trailer_encapsulation", "Trailer Encapsulation",
				     BOOL, .under = OPTION, WORDS(words_option_ip_forwarding),
				     .help = "Trailer Encapsulation", .ref = "RFC 2132, 2"},
	[O_ARP_CACHE_TIMEOUT] = {"dhcp.option.arp_cache_timeout", "ARP Cache Timeout", U32, DEC,
				 .under = OPTION, .form = form_seconds, .help = "ARP Cache Timeout",
				 .ref = "RFC 2132, 2"},
	[O_ETHERNET_ENCAPSULATION] = {"dhcp.option.ethernet_encapsulation",
				      "Ethernet Encapsulation", BOOL, .under = OPTION,
				      WORDS(words_option_ip_forwarding),
				      .help = "Ethernet Encapsulation", .ref = "RFC 2132, 2"},
	[O_TCP_DEFAULT_TTL] = {"dhcp.option.tcp_default_ttl", "TCP Default TTL", U8, DEC,
			       .under = OPTION, .help = "TCP Default TTL", .ref = "RFC 2132, 2"},
	[O_TCP_KEEPALIVE_INTERVAL] = {"dhcp.option.tcp_keepalive_interval",
				      "TCP Keepalive Interval", U32, DEC, .under = OPTION,
				      .form = form_seconds, .help = "TCP Keepalive Interval",
				      .ref = "RFC 2132, 2"},
	[O_TCP_KEEPALIVE_GARBAGE] = {"dhcp.option.tcp_keepalive_garbage", "TCP Keepalive Garbage",
				     BOOL, .under = OPTION, WORDS(words_option_ip_forwarding),
				     .help = "TCP Keepalive Garbage", .ref = "RFC 2132, 2"},
	[O_NIS_DOMAIN] = {"dhcp.option.nis_domain", "Network Information Service Domain", STRING,
			  .under = OPTION, .traits = ZSTRING,
			  .help = "Network Information Service Domain", .ref = "RFC 2132, 2"},
	[O_NIS_SERVER] = {"dhcp.option.nis_server", "Network Information Service Server", IPV4,
			  .under = OPTION, .help = "Network Information Service Server",
			  .ref = "RFC 2132, 2"},
	[O_NTP_SERVER] = {"dhcp.option.ntp_server", "Network Time Protocol Server", IPV4,
			  .under = OPTION, .help = "Network Time Protocol Server",
			  .ref = "RFC 2132, 2"},
	[O_NETBIOS_OVER_TCPIP_NAME_SERVER] = {"dhcp.option.netbios_over_tcpip_name_server",
					      "NetBIOS over TCP/IP Name Server", IPV4,
					      .under = OPTION,
					      .help = "NetBIOS over TCP/IP Name Server",
					      .ref = "RFC 2132, 2"},
	[O_NETBIOS_OVER_TCPIP_DD_NAME_SERVER] =
		{"dhcp.option.netbios_over_tcpip_dd_name_server",
		 "NetBIOS over TCP/IP Datagram Distribution Name Server", IPV4, .under = OPTION,
		 .help = "NetBIOS over TCP/IP Datagram Distribution Name Server",
		 .ref =
			 "RFC 2132, 2"},
	[O_NETBIOS_OVER_TCPIP_NODE_TYPE] = {"dhcp.option.netbios_over_tcpip_node_type",
					    "NetBIOS over TCP/IP Node Type", U8, DEC,
					    .under = OPTION,
					    WORDS(words_option_netbios_over_tcpip_node_type),
					    .help = "NetBIOS over TCP/IP Node Type",
					    .ref = "RFC 2132, 2"},
	[O_NETBIOS_OVER_TCPIP_SCOPE] = {"dhcp.option.netbios_over_tcpip_scope",
					"NetBIOS over TCP/IP Scope", STRING, .under = OPTION,
					.traits = ZSTRING, .help = "NetBIOS over TCP/IP Scope",
					.ref = "RFC 2132, 2"},
	[O_XWINDOWS_SYSTEM_FONT_SERVER] = {"dhcp.option.xwindows_system_font_server",
					   "X Window System Font Server", IPV4, .under = OPTION,
					   .help = "X Window System Font Server",
					   .ref = "RFC 2132, 2"},
	[O_XWINDOWS_SYSTEM_DISPLAY_MANAGER] = {"dhcp.option.xwindows_system_display_manager",
					       "X Window System Display Manager", IPV4,
					       .under = OPTION,
					       .help = "X Window System Display Manager",
					       .ref = "RFC 2132, 2"},
	[O_REQUESTED_IP_ADDRESS] = {"dhcp.option.requested_ip_address", "Requested IP Address",
				    IPV4, .under = OPTION, .help = "Requested IP Address",
				    .ref = "RFC 2132, 2"},
	[O_IP_ADDRESS_LEASE_TIME] = {"dhcp.option.ip_address_lease_time", "IP Address Lease Time",
				     U32, DEC, .under = OPTION, .form = form_seconds,
				     .help = "IP Address Lease Time", .ref = "RFC 2132, 2"},
	[O_DHCP_SERVER_ID] = {"dhcp.option.dhcp_server_id", "DHCP Server Identifier", IPV4,
			      .under = OPTION, .help = "DHCP Server Identifier",
			      .ref = "RFC 2132, 2"},
	[O_MESSAGE] = {"dhcp.option.message", "Message", STRING, .under = OPTION, .traits = ZSTRING,
		       .help = "Message", .ref = "RFC 2132, 2"},
	[O_DHCP_MAX_MESSAGE_SIZE] = {"dhcp.option.dhcp_max_message_size",
				     "Maximum DHCP Message Size", U16, DEC, .under = OPTION,
				     .help = "Maximum DHCP Message Size", .ref = "RFC 2132, 2"},
	[O_RENEWAL_TIME_VALUE] = {"dhcp.option.renewal_time_value", "Renewal Time Value", U32, DEC,
				  .under = OPTION, .form = form_seconds,
				  .help = "Renewal Time Value", .ref = "RFC 2132, 2"},
	[O_REBINDING_TIME_VALUE] = {"dhcp.option.rebinding_time_value", "Rebinding Time Value", U32,
				    DEC, .under = OPTION, .form = form_seconds,
				    .help = "Rebinding Time Value", .ref = "RFC 2132, 2"},
	[O_VENDOR_CLASS_ID] = {"dhcp.option.vendor_class_id", "Vendor class identifier", STRING,
			       .under = OPTION, .traits = ZSTRING,
			       .help = "Vendor class identifier", .ref = "RFC 2132, 2"},
	[O_NIS_PLUS_DOMAIN] = {"dhcp.option.nis_plus_domain", "Network Information Service+ Domain",
			       STRING, .under = OPTION, .traits = ZSTRING,
			       .help = "Network Information Service+ Domain", .ref = "RFC 2132, 2"},
	[O_NIS_PLUS_SERVER] = {"dhcp.option.nis_plus_server", "Network Information Service+ Server",
			       IPV4, .under = OPTION, .help = "Network Information Service+ Server",
			       .ref = "RFC 2132, 2"},
	[O_TFTP_SERVER_NAME] = {"dhcp.option.tftp_server_name", "TFTP Server Name", STRING,
				.under = OPTION, .traits = ZSTRING, .help = "TFTP Server Name",
				.ref = "RFC 2132, 2"},
	[O_BOOTFILE_NAME] = {"dhcp.option.bootfile_name", "Bootfile name", STRING, .under = OPTION,
			     .traits = ZSTRING, .help = "Bootfile name", .ref = "RFC 2132, 2"},
	[O_MOBILE_IP_HOME_AGENT] = {"dhcp.option.mobile_ip_home_agent", "Mobile IP Home Agent",
				    IPV4, .under = OPTION, .help = "Mobile IP Home Agent",
				    .ref = "RFC 2132, 2"},
	[O_SMTP_SERVER] = {"dhcp.option.smtp_server", "SMTP Server", IPV4, .under = OPTION,
			   .help = "SMTP Server", .ref = "RFC 2132, 2"},
	[O_POP3_SERVER] = {"dhcp.option.pop3_server", "POP3 Server", IPV4, .under = OPTION,
			   .help = "POP3 Server", .ref = "RFC 2132, 2"},
	[O_NNTP_SERVER] = {"dhcp.option.nntp_server", "NNTP Server", IPV4, .under = OPTION,
			   .help = "NNTP Server", .ref = "RFC 2132, 2"},
	[O_DEFAULT_WWW_SERVER] = {"dhcp.option.default_www_server", "Default WWW Server", IPV4,
				  .under = OPTION, .help = "Default WWW Server",
				  .ref = "RFC 2132, 2"},
	[O_DEFAULT_FINGER_SERVER] = {"dhcp.option.default_finger_server", "Default Finger Server",
				     IPV4, .under = OPTION, .help = "Default Finger Server",
				     .ref = "RFC 2132, 2"},
	[O_DEFAULT_IRC_SERVER] = {"dhcp.option.default_irc_server", "Default IRC Server", IPV4,
				  .under = OPTION, .help = "Default IRC Server",
				  .ref = "RFC 2132, 2"},
	[O_STREETTALK_SERVER] = {"dhcp.option.streettalk_server", "StreetTalk Server", IPV4,
				 .under = OPTION, .help = "StreetTalk Server",
				 .ref = "RFC 2132, 2"},
	[O_STREETTALK_DA_SERVER] = {"dhcp.option.streettalk_da_server",
				    "StreetTalk Directory Assistance Server", IPV4, .under = OPTION,
				    .help = "StreetTalk Directory Assistance Server",
				    .ref = "RFC 2132, 2"},
	[O_NOVELL_DSS_IP] = {"dhcp.option.novell_dss.ip", "IP Address", IPV4, .under = OPTION,
			     .help = "IP Address", .ref = "RFC 2132, 2"},
	[O_NOVELL_DS_TREE_NAME] = {"dhcp.option.novell_ds_tree_name",
				   "Novell Directory Services Tree Name", STRING, .under = OPTION,
				   .traits = ZSTRING, .help = "Novell Directory Services Tree Name",
				   .ref = "RFC 2132, 2"},
	[O_NOVELL_DS_CONTEXT] = {"dhcp.option.novell_ds_context",
				 "Novell Directory Services Context", STRING, .under = OPTION,
				 .traits = ZSTRING, .help = "Novell Directory Services Context",
				 .ref = "RFC 2132, 2"},
	[O_CLIENT_LAST_TRANSACTION_TIME] = {"dhcp.option.client_last_transaction_time",
					    "Client last transaction time", U32, DEC,
					    .under = OPTION, .form = form_seconds,
					    .help = "Client last transaction time",
					    .ref = "RFC 2132, 2"},
	[O_ASSOCIATED_IP_OPTION] = {"dhcp.option.associated_ip_option", "Associated IP option",
				    IPV4, .under = OPTION, .help = "Associated IP option",
				    .ref = "RFC 2132, 2"},
	[O_CLIENT_SYSTEM_ARCHITECTURE] = {"dhcp.option.client_system_architecture",
					  "Client System Architecture", U16, DEC, .under = OPTION,
					  WORDS(words_option_client_system_architecture),
					  .help = "Client System Architecture",
					  .ref = "RFC 2132, 2"},
	[O_TZ_PCODE] = {"dhcp.option.tz_pcode", "TZ PCode", STRING, .under = OPTION,
			.traits = ZSTRING, .help = "TZ PCode", .ref = "RFC 2132, 2"},
	[O_TZ_TCODE] = {"dhcp.option.tz_tcode", "TZ TCode", STRING, .under = OPTION,
			.traits = ZSTRING, .help = "TZ TCode", .ref = "RFC 2132, 2"},
	[O_NETINFO_PARENT_SERVER_ADDRESS] = {"dhcp.option.netinfo_parent_server_address",
					     "NetInfo Parent Server Address", IPV4, .under = OPTION,
					     .help = "NetInfo Parent Server Address",
					     .ref = "RFC 2132, 2"},
	[O_NETINFO_PARENT_SERVER_TAG] = {"dhcp.option.netinfo_parent_server_tag",
					 "NetInfo Parent Server Tag", STRING, .under = OPTION,
					 .traits = ZSTRING, .help = "NetInfo Parent Server Tag",
					 .ref = "RFC 2132, 2"},
	[O_CAPTIVE_PORTAL] = {"dhcp.option.captive_portal", "Captive Portal", STRING,
			      .under = OPTION, .traits = ZSTRING, .help = "Captive Portal",
			      .ref = "RFC 2132, 2"},
	[O_DHCP_AUTO_CONFIGURATION] = {"dhcp.option.dhcp_auto_configuration",
				       "DHCP Auto-Configuration", U8, DEC, .under = OPTION,
				       WORDS(words_option_dhcp_auto_configuration),
				       .help = "DHCP Auto-Configuration", .ref = "RFC 2132, 2"},
	[O_SUBNET_SELECTION_OPTION] = {"dhcp.option.subnet_selection_option",
				       "Subnet Selection Option", IPV4, .under = OPTION,
				       .help = "Subnet Selection Option", .ref = "RFC 2132, 2"},
	[O_CL_DSS_ID_OPTION] = {"dhcp.option.cl_dss_id.option", "Map Datum", U8, DEC,
				.under = OPTION, WORDS(words_option_cl_dss_id_option),
				.help = "Map Datum", .ref = "RFC 2132, 2"},
	[O_PANA_AGENT] = {"dhcp.option.pana_agent", "PAA IPv4 Address", IPV4, .under = OPTION,
			  .help = "PAA IPv4 Address", .ref = "RFC 2132, 2"},
	[O_LOST_SERVER_DOMAIN_NAME] = {"dhcp.option.lost_server_domain_name",
				       "LoST Server Domain Name", STRING, .under = OPTION,
				       .traits = ZSTRING, .help = "LoST Server Domain Name",
				       .ref = "RFC 2132, 2"},
	[O_CAPWAP_ACCESS_CONTROLLER] = {"dhcp.option.capwap_access_controller",
					"CAPWAP Access Controllers", IPV4, .under = OPTION,
					.help = "CAPWAP Access Controllers", .ref = "RFC 2132, 2"},
	[O_ANDSF_SERVER] = {"dhcp.option.andsf_server", "ANDSF Server", IPV4, .under = OPTION,
			    .help = "ANDSF Server", .ref = "RFC 2132, 2"},
	[O_FORCERENEW_NONCE_ALGORITHM] = {"dhcp.option.forcerenew_nonce.algorithm", "Algorithm", U8,
					  DEC, .under = OPTION,
					  WORDS(words_option_forcerenew_nonce_algorithm),
					  .help = "Algorithm", .ref = "RFC 2132, 2"},
	[O_TFTP_SERVER_ADDRESS] = {"dhcp.option.tftp_server_address", "TFTP Server Address", IPV4,
				   .under = OPTION, .help = "TFTP Server Address",
				   .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_STATUS_CODE] = {"dhcp.option.bulk_lease.status_code", "Status Code", U8, DEC,
				      .under = OPTION, WORDS(words_option_bulk_lease_status_code),
				      .help = "Status Code", .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_BASE_TIME] = {"dhcp.option.bulk_lease.base_time", "Base Time", ABSTIME, UTC,
				    .under = OPTION, .help = "Base Time", .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_START_TIME_OF_STATE] = {"dhcp.option.bulk_lease.start_time_of_state",
					      "Start Time Of State", U32, DEC, .under = OPTION,
					      .form = form_seconds, .help = "Start Time Of State",
					      .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_QUERY_START_TIME] = {"dhcp.option.bulk_lease.query_start_time",
					   "Query Start Time", ABSTIME, UTC, .under = OPTION,
					   .help = "Query Start Time", .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_QUERY_END_TIME] = {"dhcp.option.bulk_lease.query_end_time", "Query End Time",
					 ABSTIME, UTC, .under = OPTION, .help = "Query End Time",
					 .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_DHCP_STATE] = {"dhcp.option.bulk_lease.dhcp_state", "Dhcp State", U8, DEC,
				     .under = OPTION, WORDS(words_option_bulk_lease_dhcp_state),
				     .help = "Dhcp State", .ref = "RFC 2132, 2"},
	[O_BULK_LEASE_DATA_SOURCE] = {"dhcp.option.bulk_lease.data_source", "Data Source", BOOL,
				      .under = OPTION, WORDS(words_option_bulk_lease_data_source),
				      .help = "Data Source", .ref = "RFC 2132, 2"},
	[O_MUDURL] = {"dhcp.option.mudurl", "MUDURL", STRING, .under = OPTION, .traits = ZSTRING,
		      .help = "MUDURL", .ref = "RFC 2132, 2"},
	[O_PXE_CONFIG_FILE] = {"dhcp.option.pxe_config_file", "PXELINUX configuration file", STRING,
			       .under = OPTION, .traits = ZSTRING,
			       .help = "PXELINUX configuration file", .ref = "RFC 2132, 2"},
	[O_PXE_PATH_PREFIX] = {"dhcp.option.pxe_path_prefix", "PXELINUX path prefix", STRING,
			       .under = OPTION, .traits = ZSTRING, .help = "PXELINUX path prefix",
			       .ref = "RFC 2132, 2"},
	[O_VENDOR_AVAYA] = {"dhcp.option.vendor.avaya", "Private/Avaya IP Telephone", STRING,
			    .under = OPTION, .traits = ZSTRING,
			    .help = "Private/Avaya IP Telephone", .ref = "RFC 2132, 2"},
	[O_PRIVATE_PROXY_AUTODISCOVERY] = {"dhcp.option.private_proxy_autodiscovery",
					   "Private/Proxy autodiscovery", STRING, .under = OPTION,
					   .traits = ZSTRING, .help = "Private/Proxy autodiscovery",
					   .ref = "RFC 2132, 2"},
	[ID_TYPE] = {"dhcp.hw.type", "Hardware type", U8, HEX, .under = OPTION, WORDS(hardware),
		     .help = "What kind of hardware address", .ref = "RFC 2132, 9.14"},
	[ID_MAC] = {"dhcp.hw.mac_addr", "Client MAC address", ETHER, .under = OPTION,
		    .help = "Whose question it is", .ref = "RFC 2132, 9.14"},
	[ID_KIND] = {"dhcp.client_id.type", "Type", U8, DEC, .under = OPTION,
		     .help = "What kind of name", .ref = "RFC 2132, 9.14"},
	[ID_UNDEF] = {"dhcp.client_id.undef", "Client Identifier", STRING, .under = OPTION,
		      .traits = ZSTRING, .help = "Whose question it is, in words",
		      .ref = "RFC 2132, 9.14"},
	[O_OVERLOAD] = {"dhcp.option.option_overload", "Option Overload", U8, DEC, .under = OPTION,
			WORDS(overload_words), .help = "Which other fields hold options",
			.ref = "RFC 2132, 9.3"},
	[O_UNKNOWN] = {"dhcp.option.value", "Value", BYTES, .under = OPTION, .help = "Its value",
		       .ref = "RFC 2132, 2"},
	[END] = {"dhcp.option.end", "Option End", U8, DEC, .under = OPTION,
		 .help = "No option follows", .ref = "RFC 2132, 2"},
	[PADDING] = {"dhcp.option.padding", "Padding", BYTES, .help = "Fills the message up",
		     .ref = "RFC 2132, 2"},
};

/* How the value of an option is read. */
static const struct value {
	uint8_t code;
	uint16_t row;
	uint8_t size; /* octets of one; 0: all of it is one */
	bool many;    /* there may be several */
	bool told;    /* the first one stands in the option's line, too */
} values[] = {
	{1, O_SUBNET_MASK, 4, 0, 1},
	{2, O_TIME_OFFSET, 4, 0, 0},
	{3, O_ROUTER, 4, 1, 0},
	{4, O_TIME_SERVER, 4, 1, 0},
	{5, O_NAME_SERVER, 4, 1, 0},
	{6, O_DOMAIN_NAME_SERVER, 4, 1, 0},
	{7, O_LOG_SERVER, 4, 1, 0},
	{8, O_QUOTES_SERVER, 4, 1, 0},
	{9, O_LPR_SERVER, 4, 1, 0},
	{10, O_IMPRESS_SERVER, 4, 1, 0},
	{11, O_RESOURCE_LOCATION_SERVER, 4, 1, 0},
	{12, O_HOSTNAME, 0, 0, 0},
	{13, O_BOOT_FILE_SIZE, 2, 0, 0},
	{14, O_MERIT_DUMP_FILE, 0, 0, 0},
	{15, O_DOMAIN_NAME, 0, 0, 0},
	{16, O_SWAP_SERVER, 4, 0, 1},
	{17, O_ROOT_PATH, 0, 0, 0},
	{18, O_EXTENSION_PATH, 0, 0, 0},
	{19, O_IP_FORWARDING, 1, 0, 0},
	{20, O_NON_LOCAL_SOURCE_ROUTING, 1, 0, 0},
	{22, O_MAX_DATAGRAM_REASSEMBLY_SIZE, 2, 0, 0},
	{23, O_DEFAULT_IP_TTL, 1, 0, 0},
	{24, O_PATH_MTU_AGING_TIMEOUT, 4, 0, 0},
	{25, O_PATH_MTU_PLATEAU_TABLE_ITEM, 2, 1, 0},
	{26, O_INTERFACE_MTU, 2, 0, 0},
	{27, O_ALL_SUBNETS_ARE_LOCAL, 1, 0, 0},
	{28, O_BROADCAST_ADDRESS, 4, 0, 1},
	{29, O_PERFORM_MASK_DISCOVERY, 1, 0, 0},
	{30, O_MASK_SUPPLIER, 1, 0, 0},
	{31, O_PERFORM_ROUTER_DISCOVER, 1, 0, 0},
	{32, O_ROUTER_SOLICITATION_ADDRESS, 4, 0, 1},
	{34, O_TRAILER_ENCAPSULATION, 1, 0, 0},
	{35, O_ARP_CACHE_TIMEOUT, 4, 0, 0},
	{36, O_ETHERNET_ENCAPSULATION, 1, 0, 0},
	{37, O_TCP_DEFAULT_TTL, 1, 0, 0},
	{38, O_TCP_KEEPALIVE_INTERVAL, 4, 0, 0},
	{39, O_TCP_KEEPALIVE_GARBAGE, 1, 0, 0},
	{40, O_NIS_DOMAIN, 0, 0, 0},
	{41, O_NIS_SERVER, 4, 1, 0},
	{42, O_NTP_SERVER, 4, 1, 0},
	{44, O_NETBIOS_OVER_TCPIP_NAME_SERVER, 4, 1, 0},
	{45, O_NETBIOS_OVER_TCPIP_DD_NAME_SERVER, 4, 1, 0},
	{46, O_NETBIOS_OVER_TCPIP_NODE_TYPE, 1, 0, 0},
	{47, O_NETBIOS_OVER_TCPIP_SCOPE, 0, 0, 0},
	{48, O_XWINDOWS_SYSTEM_FONT_SERVER, 4, 1, 0},
	{49, O_XWINDOWS_SYSTEM_DISPLAY_MANAGER, 4, 1, 0},
	{50, O_REQUESTED_IP_ADDRESS, 4, 0, 1},
	{51, O_IP_ADDRESS_LEASE_TIME, 4, 0, 0},
	{52, O_OVERLOAD, 1, 0, 0},
	{54, O_DHCP_SERVER_ID, 4, 0, 1},
	{56, O_MESSAGE, 0, 0, 0},
	{57, O_DHCP_MAX_MESSAGE_SIZE, 2, 0, 0},
	{58, O_RENEWAL_TIME_VALUE, 4, 0, 0},
	{59, O_REBINDING_TIME_VALUE, 4, 0, 0},
	{60, O_VENDOR_CLASS_ID, 0, 0, 0},
	{64, O_NIS_PLUS_DOMAIN, 0, 0, 0},
	{65, O_NIS_PLUS_SERVER, 4, 1, 0},
	{66, O_TFTP_SERVER_NAME, 0, 0, 0},
	{67, O_BOOTFILE_NAME, 0, 0, 0},
	{68, O_MOBILE_IP_HOME_AGENT, 4, 1, 0},
	{69, O_SMTP_SERVER, 4, 1, 0},
	{70, O_POP3_SERVER, 4, 1, 0},
	{71, O_NNTP_SERVER, 4, 1, 0},
	{72, O_DEFAULT_WWW_SERVER, 4, 1, 0},
	{73, O_DEFAULT_FINGER_SERVER, 4, 1, 0},
	{74, O_DEFAULT_IRC_SERVER, 4, 1, 0},
	{75, O_STREETTALK_SERVER, 4, 1, 0},
	{76, O_STREETTALK_DA_SERVER, 4, 1, 0},
	{85, O_NOVELL_DSS_IP, 4, 1, 0},
	{86, O_NOVELL_DS_TREE_NAME, 0, 0, 0},
	{87, O_NOVELL_DS_CONTEXT, 0, 0, 0},
	{91, O_CLIENT_LAST_TRANSACTION_TIME, 4, 0, 0},
	{92, O_ASSOCIATED_IP_OPTION, 4, 1, 0},
	{93, O_CLIENT_SYSTEM_ARCHITECTURE, 2, 1, 0},
	{100, O_TZ_PCODE, 0, 0, 0},
	{101, O_TZ_TCODE, 0, 0, 0},
	{112, O_NETINFO_PARENT_SERVER_ADDRESS, 4, 1, 0},
	{113, O_NETINFO_PARENT_SERVER_TAG, 0, 0, 0},
	{114, O_CAPTIVE_PORTAL, 0, 0, 0},
	{116, O_DHCP_AUTO_CONFIGURATION, 1, 0, 0},
	{118, O_SUBNET_SELECTION_OPTION, 4, 1, 0},
	{123, O_CL_DSS_ID_OPTION, 1, 0, 0},
	{136, O_PANA_AGENT, 4, 1, 0},
	{137, O_LOST_SERVER_DOMAIN_NAME, 0, 0, 0},
	{138, O_CAPWAP_ACCESS_CONTROLLER, 4, 1, 0},
	{142, O_ANDSF_SERVER, 4, 1, 0},
	{145, O_FORCERENEW_NONCE_ALGORITHM, 1, 1, 0},
	{150, O_TFTP_SERVER_ADDRESS, 4, 1, 0},
	{151, O_BULK_LEASE_STATUS_CODE, 1, 0, 0},
	{152, O_BULK_LEASE_BASE_TIME, 0, 0, 0},
	{153, O_BULK_LEASE_START_TIME_OF_STATE, 4, 0, 0},
	{154, O_BULK_LEASE_QUERY_START_TIME, 0, 0, 0},
	{155, O_BULK_LEASE_QUERY_END_TIME, 0, 0, 0},
	{156, O_BULK_LEASE_DHCP_STATE, 1, 0, 0},
	{157, O_BULK_LEASE_DATA_SOURCE, 1, 0, 0},
	{160, O_CAPTIVE_PORTAL, 0, 0, 0},
	{161, O_MUDURL, 0, 0, 0},
	{209, O_PXE_CONFIG_FILE, 0, 0, 0},
	{210, O_PXE_PATH_PREFIX, 0, 0, 0},
	{242, O_VENDOR_AVAYA, 0, 0, 0},
	{252, O_PRIVATE_PROXY_AUTODISCOVERY, 0, 0, 0},
};

enum { HEAD = 28, COOKIE_VALUE = 0x63825363, ETHERNET = 1, MAC = 6, END_CODE = 255 };
enum { OPT_TYPE = 53, OPT_LIST = 55, OPT_CLIENT = 61 };

static const struct value *value_of(unsigned code)
{
	for (unsigned i = 0; i < COUNT(values); i++)
		if (values[i].code == code)
			return &values[i];
	return NULL;
}

static void put_client(struct walk *w, struct cursor *c)
{
	struct cursor peek = *c;
	unsigned type = u8(&peek);

	if (c->left.wire < 2)
		return;
	if (!type) {
		put(w, c, ID_KIND, 1);
		put(w, c, ID_UNDEF, c->left.wire);
		return;
	}
	if (c->left.wire == MAC + 1 && type > 0 && type < 48) {
		put(w, c, ID_TYPE, 1);
		put(w, c, ID_MAC, MAC);
		return;
	}
}

static void put_values(struct walk *w, struct cursor *c, const struct value *v, uint32_t group)
{
	const struct field *f = &fields[v->row];

	if (v->told && f->kind == IPV4 && c->left.cap >= 4)
		label_tail_of(w, group, " (%s)", address_words(w, IPV4, c->left.p));
	if (!v->size || c->left.wire < v->size) {
		put(w, c, v->row, c->left.wire);
		return;
	}
	do
		put(w, c, v->row, v->size);
	while (v->many && c->left.cap >= v->size);
}

/* An option with a part of its own; false: it has none. */
static bool walk_option(struct walk *w, struct layer *l, struct cursor *c, unsigned code,
			uint32_t group)
{
	struct dhcp_state *s = (struct dhcp_state *)l->state;
	const struct plan *part = also_by(l, 0, code);

	if (!part || (code == OPT_CLIENT && span_bits(c->left, 0, 8, false) != 255))
		return false;
	s->code = code;
	w->last = group;
	*c = walk_part(w, part, *c);
	return true;
}

static void put_option(struct walk *w, struct layer *l, struct cursor *c, unsigned code,
		       uint32_t group)
{
	const struct value *v = value_of(code);
	struct cursor all = *c;

	put(w, &all, O_VALUE, c->left.wire);
	if (!c->left.wire)
		return;
	if (code == OPT_TYPE) {
		unsigned type = (unsigned)put(w, c, MESSAGE_TYPE, 1);

		label_tail_of(w, group, " (%s)", row_word(w, MESSAGE_TYPE, type, "Unknown"));
	} else if (walk_option(w, l, c, code, group)) {
		;
	} else if (code == OPT_CLIENT) {
		put_client(w, c);
	} else if (code == OPT_LIST) {
		while (c->left.cap) {
			unsigned item = (unsigned)put(w, c, REQUEST_ITEM, 1);

			label_value(w, "(%u) %s", item, row_word(w, REQUEST_ITEM, item, "Unknown"));
		}
	} else if (v) {
		put_values(w, c, v, group);
	} else {
		put(w, c, O_UNKNOWN, c->left.wire);
	}
}

static uint32_t open_option(struct walk *w, const struct cursor *c)
{
	unsigned code = (unsigned)span_bits(c->left, 0, 8, false);
	uint32_t group = open_value(w, OPTION, c->at, code == END_CODE ? 0 : code);

	label_whole(w, "Option: (%u) %s", code,
		    code == END_CODE ? "End" : row_word(w, OPTION, code, "Unassigned"));
	return group;
}

static void put_options_of(struct walk *w, struct layer *l, struct cursor *c)
{
	while (c->left.cap) {
		unsigned code = (unsigned)span_bits(c->left, 0, 8, false);
		struct cursor body;
		uint32_t group, len;

		if (!code) {
			u8(c);
			continue;
		}
		group = open_option(w, c);
		if (code == END_CODE) {
			put(w, c, END, 1);
			shut_group(w, group, c);
			return;
		}
		u8(c);
		len = (uint32_t)put(w, c, LENGTH, 1);
		body = *c;
		body.left = cursor_take(c, len);
		put_option(w, l, &body, code, group);
		if (body.bad && !c->bad)
			c->bad = body.bad;
		shut_group(w, group, c);
	}
}

static void put_hardware(struct walk *w, const struct layer *l, struct cursor *c)
{
	uint32_t len = (uint32_t)VALUE(l, HW_LEN);

	len = len > 16 ? 16 : len;
	if (VALUE(l, HW_TYPE) == ETHERNET && len == MAC)
		put(w, c, MAC_ADDR, MAC);
	else if (len)
		put(w, c, HW_ADDR, len);
	if (len < 16)
		put(w, c, HW_PADDING, 16 - len);
}

static void put_text_field(struct walk *w, struct cursor *c, unsigned row, uint32_t n,
			   const char *none)
{
	bool empty = !span_bits(c->left, 0, 8, false);

	if (c->left.cap < n) {
		cursor_fail(c, n);
		return;
	}
	put(w, c, row, n);
	if (empty)
		label_whole(w, "%s not given", none);
}

/* The message's type among its options; 0: there is none. */
static unsigned type_of(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 240);

	while (c.left.cap) {
		unsigned code = u8(&c);

		if (code == OPT_TYPE)
			return u8(&c), u8(&c);
		if (code == END_CODE)
			return 0;
		if (code)
			cursor_take(&c, u8(&c));
	}
	return 0;
}

/* Whether the capture ends before the options do. */
static bool is_cut(const struct layer *l)
{
	struct cursor c = layer_cursor(l, 240);

	if (l->bytes.cap == l->bytes.wire || span_bits(l->bytes, 1888, 32, false) != COOKIE_VALUE)
		return false;
	while (!c.bad && c.left.wire) {
		unsigned code = u8(&c);

		if (code == END_CODE)
			return false;
		if (code)
			cursor_take(&c, u8(&c));
	}
	return c.bad;
}

static void note(struct walk *w, struct layer *l)
{
	struct dhcp_state *s = new_state(w, l, sizeof *s);

	s->rows = w->r.n_nodes;
	if (is_cut(l))
		s->cut = 1;
	if (VALUE(l, SECS) > 0xff && !(VALUE(l, SECS) & 0xff))
		s->secs = VALUE(l, SECS) >> 8;
	l->column = type_of(l) && s->cut == ABSENT ? "DHCP" : "BOOTP";
}

static void rest(struct walk *w, struct layer *l, struct cursor *c)
{
	const struct dhcp_state *s = (const struct dhcp_state *)l->state;

	if (s->cut != ABSENT) { /* Wireshark shows nothing of such a message */
		drop_rows(w, (uint32_t)s->rows);
		cursor_fail(c, c->left.cap + 1);
		return;
	}
	if (type_of(l)) {
		w->last = l->node;
		label_tail(w, " (%s)", row_word(w, MESSAGE_TYPE, type_of(l), "Unknown"));
	}
	put_hardware(w, l, c);
	put_text_field(w, c, SERVER, 64, "Server host name");
	put_text_field(w, c, FILE_NAME, 128, "Boot file name");
	if (c->left.cap < 4 && c->left.wire >= 4) {
		cursor_fail(c, 4);
		return;
	}
	if (span_bits(c->left, 0, 32, false) != COOKIE_VALUE) {
		if (c->left.wire)
			put(w, c, BOOTP_OPTIONS, c->left.wire < 64 ? c->left.wire : 64);
		return;
	}
	put(w, c, COOKIE, 4);
	label_value(w, "DHCP");
	put_options_of(w, l, c);
	if (c->left.wire && !c->bad)
		put(w, c, PADDING, c->left.wire);
}

static void info(struct text *t, const struct record *r, const struct layer *l)
{
	const struct dhcp_state *s = (const struct dhcp_state *)l->state;
	bool cut = s && s->cut != ABSENT;
	const char *type = cut ? NULL : word_for(fields[MESSAGE_TYPE].words, type_of(l));

	(void)r;
	if (type)
		text_format(t, "DHCP %-8s - Transaction ID 0x%x", type, (unsigned)VALUE(l, ID));
	else
		text_put(t, VALUE(l, TYPE) == 1 ? "Boot Request" : "Boot Reply");
}

static const struct hang hangs[] = {{"udp.port", 67}, {"udp.port", 68}, {"udp.port", 4011}, {0}};

const struct proto proto_dhcp = {
	.brief = "DHCP/BOOTP",
	.spec = "RFC 2131",
	.fields = fields,
	.n_fields = COUNT(fields),
	.fixed = HEAD,
	.least = 1,
	/* A client of Ethernet looks for a server: DISCOVER. */
	SAMPLE("\1\1\6\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
	       "c\202Sc"
	       "\65\1\1"
	       "\377"),
	.next = {.also = {"dhcp.option"}},
	.hangs = hangs,
	.note = note,
	.rest = rest,
	.info = info,
};
