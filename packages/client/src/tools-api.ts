/* Written by `pnpm --filter @sallyport/client types` out of packages/contracts/src/tools. Do not edit. */

/** Every procedure of the tools door by its path: how it is called, what it takes and what it answers. */
export interface ToolsApi {
  'projects.listProjects': {
    kind: 'query';
    input: {
      search?: string | undefined;
      companyId?: string | undefined;
      status?: Array<'UPCOMING' | 'IN_PROGRESS' | 'COMPLETED'> | undefined;
      isMine?: boolean | undefined;
      sort?: {
        field: 'name' | 'testStart' | 'testEnd' | 'createdAt';
        direction: 'asc' | 'desc';
      } | undefined;
      cursor?: string | undefined;
      limit?: number | undefined;
    };
    output: {
      rows: Array<{
        id: string;
        reference: string;
        name: string;
        company: { id: string; name: string; hasLogo: boolean };
        type: string;
        status: 'UPCOMING' | 'IN_PROGRESS' | 'COMPLETED';
        isOverdue: boolean;
        isRestricted: boolean;
        testStart: string | null;
        testEnd: string | null;
        leads: Array<{ id: string; displayName: string; title: string; photo: string | null }>;
        findings: {
          critical: number;
          high: number;
          medium: number;
          low: number;
          info: number;
        };
        myRole: 'OWNER' | 'TESTER' | 'REVIEWER' | 'OBSERVER' | null;
        updatedAt: string;
      }>;
      nextCursor: string | null;
      total: { count: number; isExact: boolean };
    };
  };
  'projects.getProject': {
    kind: 'query';
    input: { projectId: string };
    output: {
      typeId: string;
      approach: 'BLACK_BOX' | 'GREY_BOX' | 'WHITE_BOX' | null;
      description: string;
      standards: Array<{ id: string; name: string }>;
      members: Array<{
        person: { id: string; displayName: string; title: string; photo: string | null };
        role: 'OWNER' | 'TESTER' | 'REVIEWER' | 'OBSERVER';
        addedAt: string;
      }>;
      scopeCount: number;
      findingCount: number;
      publishedCount: number;
      shownAt: string | null;
      completedAt: string | null;
      completedBy: { id: string; displayName: string; title: string; photo: string | null } | null;
      createdAt: string;
      version: number;
      abilities: {
        canWrite: boolean;
        canGovern: boolean;
        canPublish: boolean;
        canComplete: boolean;
        canReport: boolean;
        canRelease: boolean;
        canAssign: boolean;
      };
      id: string;
      reference: string;
      name: string;
      company: { id: string; name: string; hasLogo: boolean };
      type: string;
      status: 'UPCOMING' | 'IN_PROGRESS' | 'COMPLETED';
      isOverdue: boolean;
      isRestricted: boolean;
      testStart: string | null;
      testEnd: string | null;
      leads: Array<{ id: string; displayName: string; title: string; photo: string | null }>;
      findings: {
        critical: number;
        high: number;
        medium: number;
        low: number;
        info: number;
      };
      myRole: 'OWNER' | 'TESTER' | 'REVIEWER' | 'OBSERVER' | null;
      updatedAt: string;
    };
  };
  'findings.listFindings': {
    kind: 'query';
    input: {
      projectId: string;
      search?: string | undefined;
      severity?: Array<'critical' | 'high' | 'medium' | 'low' | 'info'> | undefined;
      isPublished?: boolean | undefined;
      sort?: { field: 'createdAt' | 'title' | 'severity'; direction: 'asc' | 'desc' } | undefined;
      cursor?: string | undefined;
      limit?: number | undefined;
    };
    output: {
      counts: {
        critical: number;
        high: number;
        medium: number;
        low: number;
        info: number;
      };
      draftCount: number;
      rows: Array<{
        id: string;
        reference: string | null;
        title: string;
        severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
        score: number | null;
        result: 'OPEN' | 'FIXED' | 'PARTIALLY_FIXED' | 'NOT_RETESTED' | 'WITHDRAWN';
        instanceCount: number;
        evidenceCount: number;
        isPublished: boolean;
        isImported: boolean;
        updatedAt: string;
        updatedBy: { id: string; displayName: string; title: string; photo: string | null } | null;
      }>;
      nextCursor: string | null;
      total: { count: number; isExact: boolean };
    };
  };
  'findings.getFinding': {
    kind: 'query';
    input: { findingId: string };
    output: {
      projectId: string;
      severitySource: 'TOOL' | 'CVSS31' | 'CVSS40' | 'MANUAL';
      cvss31: {
        version: '3.1' | '4.0';
        vector: string;
        score: number;
        severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
      } | null;
      cvss40: {
        version: '3.1' | '4.0';
        vector: string;
        score: number;
        severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
      } | null;
      scannerVectors: Array<{
        version: '3.1' | '4.0' | '2.0' | '3.0';
        vector: string;
        score: number | null;
      }>;
      cwe: Array<{ id: number; name: string }>;
      cve: string[];
      links: string[];
      description: string;
      impact: string;
      steps: string;
      recommendation: string;
      instances: Array<{
        id: string;
        target: string;
        host: string;
        address: string;
        port: number | null;
        protocol: string;
        service: string;
        url: string;
        parameter: string;
        note: string;
        output: string;
        result: 'OPEN' | 'FIXED' | 'PARTIALLY_FIXED' | 'NOT_RETESTED' | 'WITHDRAWN';
        isImported: boolean;
      }>;
      evidence: Array<{
        id: string;
        caption: string;
        alt: string;
        audience: 'INTERNAL' | 'CLIENT';
        widthPx: number | null;
        heightPx: number | null;
        bytes: number;
        createdAt: string;
        createdBy: { id: string; displayName: string; title: string; photo: string | null } | null;
      }>;
      publishedAt: string | null;
      isInReleasedReport: boolean;
      createdAt: string;
      createdBy: { id: string; displayName: string; title: string; photo: string | null } | null;
      version: number;
      abilities: { canWrite: boolean; canPublish: boolean };
      id: string;
      reference: string | null;
      title: string;
      severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
      score: number | null;
      result: 'OPEN' | 'FIXED' | 'PARTIALLY_FIXED' | 'NOT_RETESTED' | 'WITHDRAWN';
      instanceCount: number;
      evidenceCount: number;
      isPublished: boolean;
      isImported: boolean;
      updatedAt: string;
      updatedBy: { id: string; displayName: string; title: string; photo: string | null } | null;
    };
  };
  'imports.listImports': {
    kind: 'query';
    input: { projectId: string };
    output: {
      rows: Array<{
        id: string;
        projectId: string;
        fileName: string;
        format: string;
        bytes: number;
        state: 'UPLOADED' | 'READING' | 'READY' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'DISCARDED';
        progress: { done: number; total: number };
        findingCount: number | null;
        instanceCount: number | null;
        newFindingCount: number | null;
        newInstanceCount: number | null;
        counts: {
          critical: number;
          high: number;
          medium: number;
          low: number;
          info: number;
        } | null;
        problem: { message: string; line: number | null } | null;
        createdAt: string;
        createdBy: { id: string; displayName: string; title: string; photo: string | null } | null;
        appliedAt: string | null;
        appliedBy: { id: string; displayName: string; title: string; photo: string | null } | null;
        version: number;
      }>;
      formats: Array<{ name: string; extensions: string[] }>;
      maxBytes: number;
    };
  };
  'imports.getImport': {
    kind: 'query';
    input: { importId: string };
    output: {
      findings: Array<{
        key: string;
        title: string;
        severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
        instanceCount: number;
        newInstanceCount: number;
        decision: 'NEW' | 'MERGE' | 'UNCHANGED';
        rule: string;
        findingId: string | null;
      }>;
      id: string;
      projectId: string;
      fileName: string;
      format: string;
      bytes: number;
      state: 'UPLOADED' | 'READING' | 'READY' | 'APPLYING' | 'APPLIED' | 'FAILED' | 'DISCARDED';
      progress: { done: number; total: number };
      findingCount: number | null;
      instanceCount: number | null;
      newFindingCount: number | null;
      newInstanceCount: number | null;
      counts: {
        critical: number;
        high: number;
        medium: number;
        low: number;
        info: number;
      } | null;
      problem: { message: string; line: number | null } | null;
      createdAt: string;
      createdBy: { id: string; displayName: string; title: string; photo: string | null } | null;
      appliedAt: string | null;
      appliedBy: { id: string; displayName: string; title: string; photo: string | null } | null;
      version: number;
    };
  };
  'imports.applyImport': {
    kind: 'mutation';
    input: { importId: string; version: number };
    output: { version: number };
  };
  'imports.discardImport': {
    kind: 'mutation';
    input: { importId: string; version: number };
    output: { version: number };
  };
}
