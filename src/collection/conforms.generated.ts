/* eslint-disable */
// @ts-nocheck -- made of schemas/collection.schema.json by tools/compile-schemas.js; do not edit

export const conforms: (document: unknown) => boolean = validate10;
const schema11 = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'array',
  items: { $ref: '#/definitions/suite' },
  definitions: {
    suite: {
      type: 'object',
      required: ['name', 'priority', 'recipes'],
      properties: {
        name: { type: 'string' },
        priority: { type: ['integer', 'string', 'boolean'], pattern: '^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$', default: 1 },
        recipes: { type: 'array', items: { $ref: '#/definitions/recipe' } },
      },
    },
    recipe: {
      type: 'object',
      required: ['id', 'testCase', 'constraints'],
      properties: {
        id: {
          type: 'string',
          pattern:
            '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
        },
        testCase: { $ref: '#/definitions/testCase' },
        constraints: { $ref: '#/definitions/constraints' },
      },
    },
    testCase: {
      type: 'object',
      required: ['id', 'tracker', 'url'],
      properties: { id: { type: 'string' }, tracker: { type: 'string' }, url: { type: 'string' }, version: { default: 'master' } },
    },
    constraints: {
      type: 'array',
      maxItems: 6,
      items: { $ref: '#/definitions/constraint' },
      allOf: [
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'COMMAND' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'CHECKOUT' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'PARAMETERS' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'EXECUTE' } } } },
        { contains: { type: 'object', required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } } },
      ],
    },
    constraint: {
      type: 'object',
      required: ['key', 'value'],
      properties: { key: { enum: ['ENVIRONMENT', 'COMMAND', 'CHECKOUT', 'PARAMETERS', 'EXECUTE', 'TEST_RUNNER'] }, value: {} },
      allOf: [
        {
          if: { required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } },
          then: { properties: { value: { $ref: '#/definitions/environment' } } },
        },
        {
          if: { required: ['key'], properties: { key: { const: 'COMMAND' } } },
          then: { properties: { value: { $ref: '#/definitions/command' } } },
        },
        {
          if: { required: ['key'], properties: { key: { const: 'CHECKOUT' } } },
          then: { properties: { value: { $ref: '#/definitions/checkout' } } },
        },
        {
          if: { required: ['key'], properties: { key: { const: 'PARAMETERS' } } },
          then: { properties: { value: { $ref: '#/definitions/parameters' } } },
        },
        {
          if: { required: ['key'], properties: { key: { const: 'EXECUTE' } } },
          then: { properties: { value: { $ref: '#/definitions/execute' } } },
        },
        {
          if: { required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } },
          then: { properties: { value: { $ref: '#/definitions/testRunner' } } },
        },
      ],
    },
    environment: { type: 'object' },
    command: { type: 'string', minLength: 1 },
    checkout: { type: 'array', minItems: 1, items: { type: 'string' } },
    parameters: { type: 'object' },
    execute: { type: 'array', items: { type: 'string' } },
    testRunner: { type: 'string', minLength: 1 },
  },
};
const schema12 = {
  type: 'object',
  required: ['name', 'priority', 'recipes'],
  properties: {
    name: { type: 'string' },
    priority: { type: ['integer', 'string', 'boolean'], pattern: '^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$', default: 1 },
    recipes: { type: 'array', items: { $ref: '#/definitions/recipe' } },
  },
};
const pattern0 = new RegExp('^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$', 'u');
const schema13 = {
  type: 'object',
  required: ['id', 'testCase', 'constraints'],
  properties: {
    id: {
      type: 'string',
      pattern:
        '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
    },
    testCase: { $ref: '#/definitions/testCase' },
    constraints: { $ref: '#/definitions/constraints' },
  },
};
const schema14 = {
  type: 'object',
  required: ['id', 'tracker', 'url'],
  properties: { id: { type: 'string' }, tracker: { type: 'string' }, url: { type: 'string' }, version: { default: 'master' } },
};
const pattern1 = new RegExp(
  '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
  'u',
);
const schema15 = {
  type: 'array',
  maxItems: 6,
  items: { $ref: '#/definitions/constraint' },
  allOf: [
    { contains: { type: 'object', required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } } },
    { contains: { type: 'object', required: ['key'], properties: { key: { const: 'COMMAND' } } } },
    { contains: { type: 'object', required: ['key'], properties: { key: { const: 'CHECKOUT' } } } },
    { contains: { type: 'object', required: ['key'], properties: { key: { const: 'PARAMETERS' } } } },
    { contains: { type: 'object', required: ['key'], properties: { key: { const: 'EXECUTE' } } } },
    { contains: { type: 'object', required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } } },
  ],
};
const schema16 = {
  type: 'object',
  required: ['key', 'value'],
  properties: { key: { enum: ['ENVIRONMENT', 'COMMAND', 'CHECKOUT', 'PARAMETERS', 'EXECUTE', 'TEST_RUNNER'] }, value: {} },
  allOf: [
    {
      if: { required: ['key'], properties: { key: { const: 'ENVIRONMENT' } } },
      then: { properties: { value: { $ref: '#/definitions/environment' } } },
    },
    {
      if: { required: ['key'], properties: { key: { const: 'COMMAND' } } },
      then: { properties: { value: { $ref: '#/definitions/command' } } },
    },
    {
      if: { required: ['key'], properties: { key: { const: 'CHECKOUT' } } },
      then: { properties: { value: { $ref: '#/definitions/checkout' } } },
    },
    {
      if: { required: ['key'], properties: { key: { const: 'PARAMETERS' } } },
      then: { properties: { value: { $ref: '#/definitions/parameters' } } },
    },
    {
      if: { required: ['key'], properties: { key: { const: 'EXECUTE' } } },
      then: { properties: { value: { $ref: '#/definitions/execute' } } },
    },
    {
      if: { required: ['key'], properties: { key: { const: 'TEST_RUNNER' } } },
      then: { properties: { value: { $ref: '#/definitions/testRunner' } } },
    },
  ],
};
const schema17 = { type: 'object' };
const schema18 = { type: 'string', minLength: 1 };
const schema19 = { type: 'array', minItems: 1, items: { type: 'string' } };
const schema20 = { type: 'object' };
const schema21 = { type: 'array', items: { type: 'string' } };
const schema22 = { type: 'string', minLength: 1 };
const func2 = (text) => [...text].length;
function validate14(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.key === undefined && (missing0 = 'key')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.key !== undefined) {
        if ('ENVIRONMENT' !== data.key) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.value !== undefined) {
        let data1 = data.value;
        if (!(data1 && typeof data1 == 'object' && !Array.isArray(data1))) {
          validate14.errors = [
            {
              instancePath: instancePath + '/value',
              schemaPath: '#/definitions/environment/type',
              keyword: 'type',
              params: { type: 'object' },
            },
          ];
          return false;
        }
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: '#/allOf/0/if', keyword: 'if', params: { failingKeyword: 'then' } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate14.errors = vErrors;
    return false;
  }
  var valid0 = _errs1 === errors;
  if (valid0) {
    const _errs9 = errors;
    const _errs10 = errors;
    let valid5 = true;
    const _errs11 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing1;
      if (data.key === undefined && (missing1 = 'key')) {
        const err3 = {};
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        if (data.key !== undefined) {
          if ('COMMAND' !== data.key) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      }
    }
    var _valid1 = _errs11 === errors;
    errors = _errs10;
    if (vErrors !== null) {
      if (_errs10) {
        vErrors.length = _errs10;
      } else {
        vErrors = null;
      }
    }
    if (_valid1) {
      const _errs13 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        if (data.value !== undefined) {
          let data3 = data.value;
          const _errs15 = errors;
          if (errors === _errs15) {
            if (typeof data3 === 'string') {
              if (func2(data3) < 1) {
                validate14.errors = [
                  {
                    instancePath: instancePath + '/value',
                    schemaPath: '#/definitions/command/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                  },
                ];
                return false;
              }
            } else {
              validate14.errors = [
                {
                  instancePath: instancePath + '/value',
                  schemaPath: '#/definitions/command/type',
                  keyword: 'type',
                  params: { type: 'string' },
                },
              ];
              return false;
            }
          }
        }
      }
      var _valid1 = _errs13 === errors;
      valid5 = _valid1;
    }
    if (!valid5) {
      const err5 = { instancePath, schemaPath: '#/allOf/1/if', keyword: 'if', params: { failingKeyword: 'then' } };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
      validate14.errors = vErrors;
      return false;
    }
    var valid0 = _errs9 === errors;
    if (valid0) {
      const _errs17 = errors;
      const _errs18 = errors;
      let valid9 = true;
      const _errs19 = errors;
      if (data && typeof data == 'object' && !Array.isArray(data)) {
        let missing2;
        if (data.key === undefined && (missing2 = 'key')) {
          const err6 = {};
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        } else {
          if (data.key !== undefined) {
            if ('CHECKOUT' !== data.key) {
              const err7 = {};
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
      }
      var _valid2 = _errs19 === errors;
      errors = _errs18;
      if (vErrors !== null) {
        if (_errs18) {
          vErrors.length = _errs18;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs21 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          if (data.value !== undefined) {
            let data5 = data.value;
            const _errs23 = errors;
            if (errors === _errs23) {
              if (Array.isArray(data5)) {
                if (data5.length < 1) {
                  validate14.errors = [
                    {
                      instancePath: instancePath + '/value',
                      schemaPath: '#/definitions/checkout/minItems',
                      keyword: 'minItems',
                      params: { limit: 1 },
                    },
                  ];
                  return false;
                } else {
                  var valid13 = true;
                  const len0 = data5.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs25 = errors;
                    if (typeof data5[i0] !== 'string') {
                      validate14.errors = [
                        {
                          instancePath: instancePath + '/value/' + i0,
                          schemaPath: '#/definitions/checkout/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        },
                      ];
                      return false;
                    }
                    var valid13 = _errs25 === errors;
                    if (!valid13) {
                      break;
                    }
                  }
                }
              } else {
                validate14.errors = [
                  {
                    instancePath: instancePath + '/value',
                    schemaPath: '#/definitions/checkout/type',
                    keyword: 'type',
                    params: { type: 'array' },
                  },
                ];
                return false;
              }
            }
          }
        }
        var _valid2 = _errs21 === errors;
        valid9 = _valid2;
      }
      if (!valid9) {
        const err8 = { instancePath, schemaPath: '#/allOf/2/if', keyword: 'if', params: { failingKeyword: 'then' } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
        validate14.errors = vErrors;
        return false;
      }
      var valid0 = _errs17 === errors;
      if (valid0) {
        const _errs27 = errors;
        const _errs28 = errors;
        let valid14 = true;
        const _errs29 = errors;
        if (data && typeof data == 'object' && !Array.isArray(data)) {
          let missing3;
          if (data.key === undefined && (missing3 = 'key')) {
            const err9 = {};
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          } else {
            if (data.key !== undefined) {
              if ('PARAMETERS' !== data.key) {
                const err10 = {};
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
          }
        }
        var _valid3 = _errs29 === errors;
        errors = _errs28;
        if (vErrors !== null) {
          if (_errs28) {
            vErrors.length = _errs28;
          } else {
            vErrors = null;
          }
        }
        if (_valid3) {
          const _errs31 = errors;
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            if (data.value !== undefined) {
              let data8 = data.value;
              if (!(data8 && typeof data8 == 'object' && !Array.isArray(data8))) {
                validate14.errors = [
                  {
                    instancePath: instancePath + '/value',
                    schemaPath: '#/definitions/parameters/type',
                    keyword: 'type',
                    params: { type: 'object' },
                  },
                ];
                return false;
              }
            }
          }
          var _valid3 = _errs31 === errors;
          valid14 = _valid3;
        }
        if (!valid14) {
          const err11 = { instancePath, schemaPath: '#/allOf/3/if', keyword: 'if', params: { failingKeyword: 'then' } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
          validate14.errors = vErrors;
          return false;
        }
        var valid0 = _errs27 === errors;
        if (valid0) {
          const _errs35 = errors;
          const _errs36 = errors;
          let valid18 = true;
          const _errs37 = errors;
          if (data && typeof data == 'object' && !Array.isArray(data)) {
            let missing4;
            if (data.key === undefined && (missing4 = 'key')) {
              const err12 = {};
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            } else {
              if (data.key !== undefined) {
                if ('EXECUTE' !== data.key) {
                  const err13 = {};
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              }
            }
          }
          var _valid4 = _errs37 === errors;
          errors = _errs36;
          if (vErrors !== null) {
            if (_errs36) {
              vErrors.length = _errs36;
            } else {
              vErrors = null;
            }
          }
          if (_valid4) {
            const _errs39 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              if (data.value !== undefined) {
                let data10 = data.value;
                const _errs41 = errors;
                if (errors === _errs41) {
                  if (Array.isArray(data10)) {
                    var valid22 = true;
                    const len1 = data10.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      const _errs43 = errors;
                      if (typeof data10[i1] !== 'string') {
                        validate14.errors = [
                          {
                            instancePath: instancePath + '/value/' + i1,
                            schemaPath: '#/definitions/execute/items/type',
                            keyword: 'type',
                            params: { type: 'string' },
                          },
                        ];
                        return false;
                      }
                      var valid22 = _errs43 === errors;
                      if (!valid22) {
                        break;
                      }
                    }
                  } else {
                    validate14.errors = [
                      {
                        instancePath: instancePath + '/value',
                        schemaPath: '#/definitions/execute/type',
                        keyword: 'type',
                        params: { type: 'array' },
                      },
                    ];
                    return false;
                  }
                }
              }
            }
            var _valid4 = _errs39 === errors;
            valid18 = _valid4;
          }
          if (!valid18) {
            const err14 = { instancePath, schemaPath: '#/allOf/4/if', keyword: 'if', params: { failingKeyword: 'then' } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
            validate14.errors = vErrors;
            return false;
          }
          var valid0 = _errs35 === errors;
          if (valid0) {
            const _errs45 = errors;
            const _errs46 = errors;
            let valid23 = true;
            const _errs47 = errors;
            if (data && typeof data == 'object' && !Array.isArray(data)) {
              let missing5;
              if (data.key === undefined && (missing5 = 'key')) {
                const err15 = {};
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              } else {
                if (data.key !== undefined) {
                  if ('TEST_RUNNER' !== data.key) {
                    const err16 = {};
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
              }
            }
            var _valid5 = _errs47 === errors;
            errors = _errs46;
            if (vErrors !== null) {
              if (_errs46) {
                vErrors.length = _errs46;
              } else {
                vErrors = null;
              }
            }
            if (_valid5) {
              const _errs49 = errors;
              if (data && typeof data == 'object' && !Array.isArray(data)) {
                if (data.value !== undefined) {
                  let data13 = data.value;
                  const _errs51 = errors;
                  if (errors === _errs51) {
                    if (typeof data13 === 'string') {
                      if (func2(data13) < 1) {
                        validate14.errors = [
                          {
                            instancePath: instancePath + '/value',
                            schemaPath: '#/definitions/testRunner/minLength',
                            keyword: 'minLength',
                            params: { limit: 1 },
                          },
                        ];
                        return false;
                      }
                    } else {
                      validate14.errors = [
                        {
                          instancePath: instancePath + '/value',
                          schemaPath: '#/definitions/testRunner/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        },
                      ];
                      return false;
                    }
                  }
                }
              }
              var _valid5 = _errs49 === errors;
              valid23 = _valid5;
            }
            if (!valid23) {
              const err17 = { instancePath, schemaPath: '#/allOf/5/if', keyword: 'if', params: { failingKeyword: 'then' } };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
              validate14.errors = vErrors;
              return false;
            }
            var valid0 = _errs45 === errors;
          }
        }
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing6;
      if ((data.key === undefined && (missing6 = 'key')) || (data.value === undefined && (missing6 = 'value'))) {
        validate14.errors = [{ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing6 } }];
        return false;
      } else {
        if (data.key !== undefined) {
          let data14 = data.key;
          if (!(
            data14 === 'ENVIRONMENT' ||
            data14 === 'COMMAND' ||
            data14 === 'CHECKOUT' ||
            data14 === 'PARAMETERS' ||
            data14 === 'EXECUTE' ||
            data14 === 'TEST_RUNNER'
          )) {
            validate14.errors = [
              {
                instancePath: instancePath + '/key',
                schemaPath: '#/properties/key/enum',
                keyword: 'enum',
                params: { allowedValues: schema16.properties.key.enum },
              },
            ];
            return false;
          }
        }
      }
    } else {
      validate14.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate14.errors = vErrors;
  return errors === 0;
}
function validate13(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  if (Array.isArray(data)) {
    const _errs2 = errors;
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      const _errs3 = errors;
      if (errors === _errs3) {
        if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
          let missing0;
          if (data0.key === undefined && (missing0 = 'key')) {
            const err0 = {
              instancePath: instancePath + '/' + i0,
              schemaPath: '#/allOf/0/contains/required',
              keyword: 'required',
              params: { missingProperty: missing0 },
            };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          } else {
            if (data0.key !== undefined) {
              if ('ENVIRONMENT' !== data0.key) {
                const err1 = {
                  instancePath: instancePath + '/' + i0 + '/key',
                  schemaPath: '#/allOf/0/contains/properties/key/const',
                  keyword: 'const',
                  params: { allowedValue: 'ENVIRONMENT' },
                };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
              }
            }
          }
        } else {
          const err2 = {
            instancePath: instancePath + '/' + i0,
            schemaPath: '#/allOf/0/contains/type',
            keyword: 'type',
            params: { type: 'object' },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
      var valid1 = _errs3 === errors;
      if (valid1) {
        break;
      }
    }
    if (!valid1) {
      validate13.errors = [{ instancePath, schemaPath: '#/allOf/0/contains', keyword: 'contains', params: { minContains: 1 } }];
      return false;
    } else {
      errors = _errs2;
      if (vErrors !== null) {
        if (_errs2) {
          vErrors.length = _errs2;
        } else {
          vErrors = null;
        }
      }
    }
  }
  var valid0 = _errs1 === errors;
  if (valid0) {
    const _errs6 = errors;
    if (Array.isArray(data)) {
      const _errs7 = errors;
      const len1 = data.length;
      for (let i1 = 0; i1 < len1; i1++) {
        let data2 = data[i1];
        const _errs8 = errors;
        if (errors === _errs8) {
          if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
            let missing1;
            if (data2.key === undefined && (missing1 = 'key')) {
              const err3 = {
                instancePath: instancePath + '/' + i1,
                schemaPath: '#/allOf/1/contains/required',
                keyword: 'required',
                params: { missingProperty: missing1 },
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            } else {
              if (data2.key !== undefined) {
                if ('COMMAND' !== data2.key) {
                  const err4 = {
                    instancePath: instancePath + '/' + i1 + '/key',
                    schemaPath: '#/allOf/1/contains/properties/key/const',
                    keyword: 'const',
                    params: { allowedValue: 'COMMAND' },
                  };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/' + i1,
              schemaPath: '#/allOf/1/contains/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        var valid3 = _errs8 === errors;
        if (valid3) {
          break;
        }
      }
      if (!valid3) {
        validate13.errors = [{ instancePath, schemaPath: '#/allOf/1/contains', keyword: 'contains', params: { minContains: 1 } }];
        return false;
      } else {
        errors = _errs7;
        if (vErrors !== null) {
          if (_errs7) {
            vErrors.length = _errs7;
          } else {
            vErrors = null;
          }
        }
      }
    }
    var valid0 = _errs6 === errors;
    if (valid0) {
      const _errs11 = errors;
      if (Array.isArray(data)) {
        const _errs12 = errors;
        const len2 = data.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data4 = data[i2];
          const _errs13 = errors;
          if (errors === _errs13) {
            if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
              let missing2;
              if (data4.key === undefined && (missing2 = 'key')) {
                const err6 = {
                  instancePath: instancePath + '/' + i2,
                  schemaPath: '#/allOf/2/contains/required',
                  keyword: 'required',
                  params: { missingProperty: missing2 },
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              } else {
                if (data4.key !== undefined) {
                  if ('CHECKOUT' !== data4.key) {
                    const err7 = {
                      instancePath: instancePath + '/' + i2 + '/key',
                      schemaPath: '#/allOf/2/contains/properties/key/const',
                      keyword: 'const',
                      params: { allowedValue: 'CHECKOUT' },
                    };
                    if (vErrors === null) {
                      vErrors = [err7];
                    } else {
                      vErrors.push(err7);
                    }
                    errors++;
                  }
                }
              }
            } else {
              const err8 = {
                instancePath: instancePath + '/' + i2,
                schemaPath: '#/allOf/2/contains/type',
                keyword: 'type',
                params: { type: 'object' },
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
          var valid5 = _errs13 === errors;
          if (valid5) {
            break;
          }
        }
        if (!valid5) {
          validate13.errors = [{ instancePath, schemaPath: '#/allOf/2/contains', keyword: 'contains', params: { minContains: 1 } }];
          return false;
        } else {
          errors = _errs12;
          if (vErrors !== null) {
            if (_errs12) {
              vErrors.length = _errs12;
            } else {
              vErrors = null;
            }
          }
        }
      }
      var valid0 = _errs11 === errors;
      if (valid0) {
        const _errs16 = errors;
        if (Array.isArray(data)) {
          const _errs17 = errors;
          const len3 = data.length;
          for (let i3 = 0; i3 < len3; i3++) {
            let data6 = data[i3];
            const _errs18 = errors;
            if (errors === _errs18) {
              if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                let missing3;
                if (data6.key === undefined && (missing3 = 'key')) {
                  const err9 = {
                    instancePath: instancePath + '/' + i3,
                    schemaPath: '#/allOf/3/contains/required',
                    keyword: 'required',
                    params: { missingProperty: missing3 },
                  };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                } else {
                  if (data6.key !== undefined) {
                    if ('PARAMETERS' !== data6.key) {
                      const err10 = {
                        instancePath: instancePath + '/' + i3 + '/key',
                        schemaPath: '#/allOf/3/contains/properties/key/const',
                        keyword: 'const',
                        params: { allowedValue: 'PARAMETERS' },
                      };
                      if (vErrors === null) {
                        vErrors = [err10];
                      } else {
                        vErrors.push(err10);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err11 = {
                  instancePath: instancePath + '/' + i3,
                  schemaPath: '#/allOf/3/contains/type',
                  keyword: 'type',
                  params: { type: 'object' },
                };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
            var valid7 = _errs18 === errors;
            if (valid7) {
              break;
            }
          }
          if (!valid7) {
            validate13.errors = [{ instancePath, schemaPath: '#/allOf/3/contains', keyword: 'contains', params: { minContains: 1 } }];
            return false;
          } else {
            errors = _errs17;
            if (vErrors !== null) {
              if (_errs17) {
                vErrors.length = _errs17;
              } else {
                vErrors = null;
              }
            }
          }
        }
        var valid0 = _errs16 === errors;
        if (valid0) {
          const _errs21 = errors;
          if (Array.isArray(data)) {
            const _errs22 = errors;
            const len4 = data.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data8 = data[i4];
              const _errs23 = errors;
              if (errors === _errs23) {
                if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                  let missing4;
                  if (data8.key === undefined && (missing4 = 'key')) {
                    const err12 = {
                      instancePath: instancePath + '/' + i4,
                      schemaPath: '#/allOf/4/contains/required',
                      keyword: 'required',
                      params: { missingProperty: missing4 },
                    };
                    if (vErrors === null) {
                      vErrors = [err12];
                    } else {
                      vErrors.push(err12);
                    }
                    errors++;
                  } else {
                    if (data8.key !== undefined) {
                      if ('EXECUTE' !== data8.key) {
                        const err13 = {
                          instancePath: instancePath + '/' + i4 + '/key',
                          schemaPath: '#/allOf/4/contains/properties/key/const',
                          keyword: 'const',
                          params: { allowedValue: 'EXECUTE' },
                        };
                        if (vErrors === null) {
                          vErrors = [err13];
                        } else {
                          vErrors.push(err13);
                        }
                        errors++;
                      }
                    }
                  }
                } else {
                  const err14 = {
                    instancePath: instancePath + '/' + i4,
                    schemaPath: '#/allOf/4/contains/type',
                    keyword: 'type',
                    params: { type: 'object' },
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              }
              var valid9 = _errs23 === errors;
              if (valid9) {
                break;
              }
            }
            if (!valid9) {
              validate13.errors = [{ instancePath, schemaPath: '#/allOf/4/contains', keyword: 'contains', params: { minContains: 1 } }];
              return false;
            } else {
              errors = _errs22;
              if (vErrors !== null) {
                if (_errs22) {
                  vErrors.length = _errs22;
                } else {
                  vErrors = null;
                }
              }
            }
          }
          var valid0 = _errs21 === errors;
          if (valid0) {
            const _errs26 = errors;
            if (Array.isArray(data)) {
              const _errs27 = errors;
              const len5 = data.length;
              for (let i5 = 0; i5 < len5; i5++) {
                let data10 = data[i5];
                const _errs28 = errors;
                if (errors === _errs28) {
                  if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
                    let missing5;
                    if (data10.key === undefined && (missing5 = 'key')) {
                      const err15 = {
                        instancePath: instancePath + '/' + i5,
                        schemaPath: '#/allOf/5/contains/required',
                        keyword: 'required',
                        params: { missingProperty: missing5 },
                      };
                      if (vErrors === null) {
                        vErrors = [err15];
                      } else {
                        vErrors.push(err15);
                      }
                      errors++;
                    } else {
                      if (data10.key !== undefined) {
                        if ('TEST_RUNNER' !== data10.key) {
                          const err16 = {
                            instancePath: instancePath + '/' + i5 + '/key',
                            schemaPath: '#/allOf/5/contains/properties/key/const',
                            keyword: 'const',
                            params: { allowedValue: 'TEST_RUNNER' },
                          };
                          if (vErrors === null) {
                            vErrors = [err16];
                          } else {
                            vErrors.push(err16);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err17 = {
                      instancePath: instancePath + '/' + i5,
                      schemaPath: '#/allOf/5/contains/type',
                      keyword: 'type',
                      params: { type: 'object' },
                    };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                }
                var valid11 = _errs28 === errors;
                if (valid11) {
                  break;
                }
              }
              if (!valid11) {
                validate13.errors = [{ instancePath, schemaPath: '#/allOf/5/contains', keyword: 'contains', params: { minContains: 1 } }];
                return false;
              } else {
                errors = _errs27;
                if (vErrors !== null) {
                  if (_errs27) {
                    vErrors.length = _errs27;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            var valid0 = _errs26 === errors;
          }
        }
      }
    }
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      if (data.length > 6) {
        validate13.errors = [{ instancePath, schemaPath: '#/maxItems', keyword: 'maxItems', params: { limit: 6 } }];
        return false;
      } else {
        var valid13 = true;
        const len6 = data.length;
        for (let i6 = 0; i6 < len6; i6++) {
          const _errs31 = errors;
          if (!validate14(data[i6], { instancePath: instancePath + '/' + i6, parentData: data, parentDataProperty: i6, rootData })) {
            vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
            errors = vErrors.length;
          }
          var valid13 = _errs31 === errors;
          if (!valid13) {
            break;
          }
        }
      }
    } else {
      validate13.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'array' } }];
      return false;
    }
  }
  validate13.errors = vErrors;
  return errors === 0;
}
function validate12(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.testCase === undefined && (missing0 = 'testCase')) ||
        (data.constraints === undefined && (missing0 = 'constraints'))
      ) {
        validate12.errors = [{ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.id !== undefined) {
          let data0 = data.id;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === 'string') {
              if (!pattern1.test(data0)) {
                validate12.errors = [
                  {
                    instancePath: instancePath + '/id',
                    schemaPath: '#/properties/id/pattern',
                    keyword: 'pattern',
                    params: {
                      pattern:
                        '^([0-9a-fA-F]{32}|(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\})$',
                    },
                  },
                ];
                return false;
              }
            } else {
              validate12.errors = [
                { instancePath: instancePath + '/id', schemaPath: '#/properties/id/type', keyword: 'type', params: { type: 'string' } },
              ];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.testCase !== undefined) {
            let data1 = data.testCase;
            const _errs3 = errors;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                let missing1;
                if (
                  (data1.id === undefined && (missing1 = 'id')) ||
                  (data1.tracker === undefined && (missing1 = 'tracker')) ||
                  (data1.url === undefined && (missing1 = 'url'))
                ) {
                  validate12.errors = [
                    {
                      instancePath: instancePath + '/testCase',
                      schemaPath: '#/definitions/testCase/required',
                      keyword: 'required',
                      params: { missingProperty: missing1 },
                    },
                  ];
                  return false;
                } else {
                  if (data1.id !== undefined) {
                    const _errs6 = errors;
                    if (typeof data1.id !== 'string') {
                      validate12.errors = [
                        {
                          instancePath: instancePath + '/testCase/id',
                          schemaPath: '#/definitions/testCase/properties/id/type',
                          keyword: 'type',
                          params: { type: 'string' },
                        },
                      ];
                      return false;
                    }
                    var valid2 = _errs6 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data1.tracker !== undefined) {
                      const _errs8 = errors;
                      if (typeof data1.tracker !== 'string') {
                        validate12.errors = [
                          {
                            instancePath: instancePath + '/testCase/tracker',
                            schemaPath: '#/definitions/testCase/properties/tracker/type',
                            keyword: 'type',
                            params: { type: 'string' },
                          },
                        ];
                        return false;
                      }
                      var valid2 = _errs8 === errors;
                    } else {
                      var valid2 = true;
                    }
                    if (valid2) {
                      if (data1.url !== undefined) {
                        const _errs10 = errors;
                        if (typeof data1.url !== 'string') {
                          validate12.errors = [
                            {
                              instancePath: instancePath + '/testCase/url',
                              schemaPath: '#/definitions/testCase/properties/url/type',
                              keyword: 'type',
                              params: { type: 'string' },
                            },
                          ];
                          return false;
                        }
                        var valid2 = _errs10 === errors;
                      } else {
                        var valid2 = true;
                      }
                    }
                  }
                }
              } else {
                validate12.errors = [
                  {
                    instancePath: instancePath + '/testCase',
                    schemaPath: '#/definitions/testCase/type',
                    keyword: 'type',
                    params: { type: 'object' },
                  },
                ];
                return false;
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.constraints !== undefined) {
              const _errs12 = errors;
              if (
                !validate13(data.constraints, {
                  instancePath: instancePath + '/constraints',
                  parentData: data,
                  parentDataProperty: 'constraints',
                  rootData,
                })
              ) {
                vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs12 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate12.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate12.errors = vErrors;
  return errors === 0;
}
function validate11(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.name === undefined && (missing0 = 'name')) ||
        (data.priority === undefined && (missing0 = 'priority')) ||
        (data.recipes === undefined && (missing0 = 'recipes'))
      ) {
        validate11.errors = [{ instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.name !== undefined) {
          const _errs1 = errors;
          if (typeof data.name !== 'string') {
            validate11.errors = [
              { instancePath: instancePath + '/name', schemaPath: '#/properties/name/type', keyword: 'type', params: { type: 'string' } },
            ];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.priority !== undefined) {
            let data1 = data.priority;
            const _errs3 = errors;
            if (
              !(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1)) &&
              typeof data1 !== 'string' &&
              typeof data1 !== 'boolean'
            ) {
              validate11.errors = [
                {
                  instancePath: instancePath + '/priority',
                  schemaPath: '#/properties/priority/type',
                  keyword: 'type',
                  params: { type: schema12.properties.priority.type },
                },
              ];
              return false;
            }
            if (errors === _errs3) {
              if (typeof data1 === 'string') {
                if (!pattern0.test(data1)) {
                  validate11.errors = [
                    {
                      instancePath: instancePath + '/priority',
                      schemaPath: '#/properties/priority/pattern',
                      keyword: 'pattern',
                      params: { pattern: '^\\s*[+-]?[0-9]+(_[0-9]+)*(\\.0*)?\\s*$' },
                    },
                  ];
                  return false;
                }
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.recipes !== undefined) {
              let data2 = data.recipes;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (Array.isArray(data2)) {
                  var valid1 = true;
                  const len0 = data2.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs7 = errors;
                    if (
                      !validate12(data2[i0], {
                        instancePath: instancePath + '/recipes/' + i0,
                        parentData: data2,
                        parentDataProperty: i0,
                        rootData,
                      })
                    ) {
                      vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs7 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate11.errors = [
                    {
                      instancePath: instancePath + '/recipes',
                      schemaPath: '#/properties/recipes/type',
                      keyword: 'type',
                      params: { type: 'array' },
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate11.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } }];
      return false;
    }
  }
  validate11.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (Array.isArray(data)) {
      var valid0 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        const _errs1 = errors;
        if (!validate11(data[i0], { instancePath: instancePath + '/' + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate10.errors = [{ instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'array' } }];
      return false;
    }
  }
  validate10.errors = vErrors;
  return errors === 0;
}
