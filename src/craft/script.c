/* SPDX-License-Identifier: BSD-2-Clause */
/* Scripts: reading their lines, and the variables in them. */
#include "config.h"

#include "core/arena.h"
#include "craft/script.h"
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_VARIABLES 64

struct variable {
	char name[32];
	char *value; /* owned */
};

struct script {
	FILE *file;
	char *line; /* getline()'s */
	size_t room;
	unsigned number;
	struct text spec, comment;
	struct variable variables[MOST_VARIABLES];
	unsigned n_variables;
};

struct script *script_open(const char *path, struct fault *fault)
{
	bool input = !strcmp(path, "-");
	FILE *f = input ? stdin : fopen(path, "re");
	struct script *s;

	if (!f) {
		fault_set(fault, "%s", strerror(errno));
		return NULL;
	}
	s = need_zero(1, sizeof *s);
	s->file = f;
	return s;
}

void script_close(struct script *s)
{
	if (!s)
		return;
	if (s->file != stdin)
		fclose(s->file);
	for (unsigned i = 0; i < s->n_variables; i++)
		free(s->variables[i].value);
	text_close(&s->spec);
	text_close(&s->comment);
	free(s->line);
	free(s);
}

/* --- variables --- */

static struct variable *variable(struct script *s, const char *name, size_t n)
{
	for (unsigned i = 0; i < s->n_variables; i++)
		if (strlen(s->variables[i].name) == n && !memcmp(s->variables[i].name, name, n))
			return &s->variables[i];
	return NULL;
}

static bool set_variable(struct script *s, const char *name, size_t n, const char *value)
{
	struct variable *v = variable(s, name, n);

	if (!v && (s->n_variables == MOST_VARIABLES || n >= sizeof v->name || !n))
		return false;
	if (!v) {
		v = &s->variables[s->n_variables++];
		memcpy(v->name, name, n);
		v->name[n] = '\0';
	}
	free(v->value);
	v->value = need_copy(value);
	return true;
}

void script_learn(struct script *s, const char *name, uint64_t v)
{
	char value[24];

	snprintf(value, sizeof value, "%llu", (unsigned long long)v);
	set_variable(s, name, strlen(name), value);
}

static size_t name_len(const char *s)
{
	size_t n = 0;

	while (isalnum((unsigned char)s[n]) || s[n] == '_')
		n++;
	return n;
}

/* "$isn+1": a number with something added, modulo 2^32 as sequence numbers are. */
static const char *put_sum(struct text *t, const struct variable *v, const char *p)
{
	char *end;
	unsigned long long number = strtoull(v->value, &end, 0);
	long long more = 0;

	if ((*p == '+' || *p == '-') && isdigit((unsigned char)p[1]) && !*end) {
		char *behind;

		more = strtoll(p, &behind, 10);
		p = behind;
		text_u64(t, (uint32_t)(number + (unsigned long long)more));
	} else {
		text_put(t, v->value);
	}
	return p;
}

/* Writes the specification with values for variables; an unknown one is learnt, if it may be. */
static bool put_spec(struct script *s, struct script_line *line, const char *p)
{
	s->spec.len = 0;
	while (*p) {
		const struct variable *v;
		size_t n = *p == '$' ? name_len(p + 1) : 0;

		if (!n) {
			text_char(&s->spec, *p++);
			continue;
		}
		v = variable(s, p + 1, n);
		if (v) {
			p = put_sum(&s->spec, v, p + 1 + n);
			continue;
		}
		if (line->what == SCRIPT_SEND || line->n_learnt == COUNT(line->learnt) ||
		    n >= sizeof line->learnt[0].name) {
			fault_set(&line->fault,
				  "$%.*s has no value yet: a packet that is expected "
				  "gives it one (FIELD=$%.*s), or let NAME=VALUE",
				  (int)n, p + 1, (int)n, p + 1);
			return false;
		}
		line->learnt[line->n_learnt].at = (uint32_t)s->spec.len;
		memcpy(line->learnt[line->n_learnt].name, p + 1, n);
		line->learnt[line->n_learnt++].name[n] = '\0';
		text_put(&s->spec, "rand");
		p += 1 + n;
	}
	return true;
}

/* --- lines --- */

static const char *skip(const char *p)
{
	return p + strspn(p, " \t");
}

/* "let NAME=VALUE" */
static bool take_let(struct script *s, const char *p, struct fault *fault)
{
	const char *name = skip(p);
	size_t n = name_len(name);

	if (name[n] == '=' && name[n + 1] && set_variable(s, name, n, name + n + 1))
		return true;
	fault_set(fault, "expected let NAME=VALUE");
	return false;
}

/* What the line says; false: nothing that is to be done. */
static bool take_line(struct script *s, struct script_line *line, const char *p)
{
	static const char marks[] = "><!";
	static const enum script_what whats[] = {SCRIPT_SEND, SCRIPT_EXPECT, SCRIPT_NEVER};
	const char *mark;
	char *end;

	if (*p == '+') {
		line->seconds = strtod(p + 1, &end);
		line->has_seconds = true;
		p = skip(end);
	}
	if (!strncmp(p, "let ", 4)) {
		line->what = take_let(s, p + 4, &line->fault) ? SCRIPT_END : SCRIPT_WRONG;
		return line->what == SCRIPT_WRONG;
	}
	mark = *p ? strchr(marks, *p) : NULL;
	if (!mark) {
		fault_set(&line->fault, "expected > to send, < to expect, ! for what mustn't come, "
					"let or a #comment");
		line->what = SCRIPT_WRONG;
		return true;
	}
	line->what = whats[mark - marks];
	if (!put_spec(s, line, skip(p + 1)))
		line->what = SCRIPT_WRONG;
	line->spec = text_string(&s->spec);
	return true;
}

void script_next(struct script *s, struct script_line *line)
{
	ssize_t n;

	s->comment.len = 0;
	*line = (struct script_line){.what = SCRIPT_END};
	while ((n = getline(&s->line, &s->room, s->file)) >= 0) {
		const char *p;

		s->number++;
		while (n && isspace((unsigned char)s->line[n - 1]))
			s->line[--n] = '\0';
		p = skip(s->line);
		if (*p == '#') {
			s->comment.len = 0;
			text_put(&s->comment, skip(p + 1));
		}
		if (!*p || *p == '#')
			continue;
		line->number = s->number;
		if (take_line(s, line, p))
			break;
	}
	line->comment = text_string(&s->comment);
}
